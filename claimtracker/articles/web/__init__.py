"""The web: where an address leads, what a server answers, and the document that it gives.

`place` says where an address leads, `fetch` walks there over its redirects and gives a document to
be read, `answers` tells what refusals mean. For evidence, `received` keeps what was answered byte
for byte (`exchange`), `warc` is the file that it is stored in, and `wayback` asks an archive of
the web for copies.
"""
