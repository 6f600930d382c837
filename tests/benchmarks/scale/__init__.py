"""What a person waits for, beside the least that has to be done for it: one file a family."""
