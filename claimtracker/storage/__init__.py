"""Tables, engine, migrations, search, change log and files; plain frozen rows out."""
