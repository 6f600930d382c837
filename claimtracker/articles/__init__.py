"""A text file, page or PDF in; sentences, speakers and candidates out."""
