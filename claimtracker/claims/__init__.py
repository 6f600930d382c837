"""The rules of a claim's life: vocabulary, state, drafts, queries; neither Qt nor SQL."""
