"""Documents to articles: the formats, and the child process in which they are parsed.

`kinds` says what a document is and how large it may be, `child` parses it in a process of its own,
which runs `extract`; that one alone loads the parsers: `html_page`, `pdf_file`, `word_file`,
`mail`, `web_archive` and `plain_text`, with `encodings` and `page_days` below them.
"""
