/// The second schema's part for the journal: what was taken back, for the handover.
let schema02Journal = """
    CREATE INDEX auditUndone ON audit (journal, seq, rowId) WHERE action = 'undo';
    """
