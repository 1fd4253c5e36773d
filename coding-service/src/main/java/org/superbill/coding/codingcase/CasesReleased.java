package org.superbill.coding.codingcase;

import java.util.List;
import java.util.UUID;

/** Coders' work has gone to billing; observed in the transaction in which it does. */
public record CasesReleased(List<UUID> caseIds) {
    public CasesReleased {
        caseIds = List.copyOf(caseIds);
    }
}
