package org.superbill.billing.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.superbill.billing.edittable.EditTable;
import org.superbill.billing.edittable.EditTables;
import org.superbill.billing.edittable.TestTables;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;

/** The edits that read CMS's tables, on invented rows: what each finds, its boundary, and what it leaves alone. */
abstract class OfInventedTables {
    static final String ON = Facts.ON.toString();

    static final EditTables INVENTED = new TestTables()
            .with(
                    EditTable.NCCI_PRACTITIONER,
                    "2024q3",
                    "2024-07-01",
                    "A0001 B0002 - 2026-03-01 0 ended",
                    "A0001 B0002 - - 1 because",
                    "A0001 B0003 - - 0 because",
                    "A0001 B0004 - - 9 never")
            .with(EditTable.NCCI_OUTPATIENT, "2024q3", "2024-07-01", "A0001 B0005 - - 0 because")
            .with(
                    EditTable.MUE_PRACTITIONER,
                    "2024q3",
                    "2024-07-01",
                    "C0001 2 1 line",
                    "C0002 2 2 policy",
                    "C0003 2 3 clinical",
                    "C0004 0 2 none",
                    "C0006 0 3 CMS~Policy",
                    "C0007 1 3 CMS~Policy")
            .with(EditTable.MUE_OUTPATIENT, "2024q3", "2024-07-01", "C0002 9 2 policy")
            .with(EditTable.MUE_DME, "2024q3", "2024-07-01", "C0002 1 2 policy")
            .with(
                    EditTable.ADD_ON,
                    "2024",
                    "2024-01-01",
                    "D0001 D0009 1 - -",
                    "D0001 D0008 1 - 2026-03-01",
                    "D0002 CCCCC 2 - -",
                    "D0003 D0009 3 - -",
                    "D0003 CCCCC 3 - -")
            .with(
                    EditTable.FEE_INDICATORS,
                    "2026q1",
                    "2026-01-01",
                    "E0000 - A 0 000 2 0 0 0 0 -",
                    "E0010 - A 0 010 2 1 0 0 0 -",
                    "E0090 - A 0 090 2 2 0 0 0 -",
                    "E0003 - A 0 XXX 2 3 0 0 0 -",
                    "E0009 - A 0 XXX 2 9 0 0 0 -",
                    "E000M - M 9 XXX 9 9 9 9 9 -",
                    "99213 - A 0 XXX 0 0 0 0 0 -")
            .build();

    final Facts facts = new Facts();

    final List<Finding> find(Edit edit, SameDayHistory history, EncounterCoded.Line... lines) {
        return find(edit, facts.lines(lines), history);
    }

    final List<Finding> find(Edit edit, EncounterCoded.Line... lines) {
        return find(edit, SameDayHistory.NONE, lines);
    }

    static List<Finding> find(Edit edit, Facts facts, SameDayHistory history) {
        return findings(edit, new KnownClaim(facts.build(), new EditContext(Facts.ON, Set.of(), INVENTED, history)));
    }

    static List<Finding> findings(Edit edit, KnownClaim claim) {
        var found = new ArrayList<Finding>();
        edit.check(claim, found::add);
        return found;
    }

    final SameDayHistory history(SameDayHistory.SentLine... lines) {
        return new SameDayHistory(List.of(lines));
    }

    final UUID practitioner() {
        return facts.encounter.practitionerId();
    }
}
