package org.superbill.coding.codingcase;

import java.util.List;
import java.util.UUID;

/** Cases are there that nobody has, or what they waited for is known now; observed in the transaction in which that happens. */
public record CasesReady(List<UUID> caseIds) {
    public CasesReady {
        caseIds = List.copyOf(caseIds);
    }
}
