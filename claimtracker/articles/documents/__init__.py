"""Documents to articles: the formats, and the child process in which they are parsed.

`kinds` says what a document is and how large it may be, `child` parses it in a process of its own,
which runs `extract`; that one alone loads the parsers: `html_page` (with `page_words` and
`page_days`), `pdf_file` (with `wrapped_lines`), `word_file`, `mail`, `web_archive`, `plain_text`.
Below them all stand `encodings` and `document`.
"""
