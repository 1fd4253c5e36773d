package org.superbill.coding.codingaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.superbill.coding.codingcase.CaseCoding;
import org.superbill.coding.codingcase.JudgedCases;
import org.superbill.coding.codingscore.Scoring;

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

    @Override
    @Transactional
    public boolean isMended(UUID itemId, CaseCoding later) {
        return store.findItem(itemId).map(item -> isMended(item, later)).orElse(true);
    }

    private static boolean isMended(AuditItem item, CaseCoding later) {
        var correct = item.correctWhereWrong();
        var before = item.errors().stream().map(ReasonedError::error).toList();
        return correct == null
                || Scoring.compare(later, correct).errors().stream()
                        .noneMatch(left -> before.stream().anyMatch(left::isSameMistakeAs));
    }
}
