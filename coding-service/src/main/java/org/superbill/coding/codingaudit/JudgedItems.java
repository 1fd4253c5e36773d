package org.superbill.coding.codingaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.superbill.coding.codingcase.JudgedCases;

/** What is judged wrong is not released while the errors may still stand. */
@ApplicationScoped
class JudgedItems implements JudgedCases {
    private final AuditStore store;

    JudgedItems(AuditStore store) {
        this.store = store;
    }

    @Override
    @Transactional
    public boolean isJudgedWrong(UUID caseId, Instant codedAt) {
        return store.undecided(caseId).stream()
                .anyMatch(item -> item.coded().codedAt().equals(codedAt));
    }
}
