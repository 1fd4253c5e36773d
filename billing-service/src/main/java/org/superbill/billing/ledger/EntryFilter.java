package org.superbill.billing.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries: those with a line about all that is named. */
record EntryFilter(
        @Nullable UUID id,
        @Nullable UUID claimId,
        @Nullable UUID patientId,
        @Nullable UUID remittanceId) {

    /** One condition for each that is named, with its parameter. */
    Map<String, UUID> conditions() {
        var conditions = new LinkedHashMap<String, UUID>();
        add(conditions, "id = ?", id);
        add(conditions, "id in (select entry_id from ledger_line where claim_id = ?)", claimId);
        add(conditions, "id in (select entry_id from ledger_line where patient_id = ?)", patientId);
        add(conditions, "id in (select entry_id from ledger_line where remittance_id = ?)", remittanceId);
        return conditions;
    }

    private static void add(Map<String, UUID> conditions, String condition, @Nullable UUID named) {
        if (named != null) {
            conditions.put(condition, named);
        }
    }
}
