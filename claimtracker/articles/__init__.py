"""A text file, page or PDF in; sentences, speakers and candidates out.

`open_article` takes a file, an address, bytes or a pasted text and gives an `Article`; `documents`
reads each kind of file in a child process, `web` fetches, `published` finds the day. `capture_page`
captures evidence at an address, of any type, which `mime_types` tells by its content. `scan` takes
an article and gives its candidates, through these files:

    sentences   lines and sentences with their places; `quotations` in them; `lists` and their leads
    people      who is named, and `bodies`; `speakers` says who "he", "the ministry" is;
                `attribution` finds the words that name a speaker (`subjects`), `transcripts` the
                labels, `narration` who speaks beside a quotation, `issuer` whose own text it is
    statements  who says what: each `statement` with its own words, the rest blanked out (`blanks`)
    clauses     of a statement, with `coordination` of what one "will" governs, `conditions` and
                `times`; `days_said` tells when it was said, `reckoning` by what days are counted
    judge       a commitment, a threat, or none, with the reason: `promises`, `threats`,
                `judgement`; the words that decide stand in `cues`
    headlines   settled by the story below; `foreign_headlines` left out; `occurrences` gathered
                by their `likeness`
"""
