package org.superbill.coding.officialcodes;

import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codesystem.CodeTable;
import org.superbill.coding.codesystem.CodeTables;

/** Tells what became of an edition of a table. */
final class TableOutcomes {
    private TableOutcomes() {}

    static FileOutcome of(CodeTable table, int rows, CodeTables.Outcome outcome) {
        return new FileOutcome(
                table.kind(),
                table.release(),
                table.effectiveFrom(),
                rows,
                outcome.added(),
                0,
                outcome.deleted(),
                outcome.changed());
    }
}
