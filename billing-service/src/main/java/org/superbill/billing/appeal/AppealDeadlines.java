package org.superbill.billing.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.denial.AppealTerm;

/** Until when the refusals of an appeal can be contested further, and until when the payer should have decided. */
@ApplicationScoped
class AppealDeadlines {
    private final Deadlines deadlines;

    AppealDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** What it contests is contested in time; now the payer's days run, if it has any. */
    void sent(Appeal appeal, Collection<UUID> denialIds) {
        deadlines.closeAll(DeadlineKind.APPEAL, denialIds);
        var answerDue = appeal.answerDue();
        if (answerDue != null) {
            deadlines.openAll(List.of(new DeadlineOpening(
                    DeadlineKind.APPEAL_ANSWER,
                    appeal.id(),
                    answerDue,
                    "Level %d, %s"
                            .formatted(appeal.level().number(), appeal.level().words()))));
        }
    }

    /** @param next the level that what was lost can go to; @param on the date of the decision */
    void decided(Appeal appeal, Collection<UUID> denialIds, Optional<AppealTerm> next, LocalDate on) {
        deadlines.close(DeadlineKind.APPEAL_ANSWER, appeal.id());
        next.ifPresent(term -> open(denialIds, term, term.due(on)));
    }

    /** It was taken back: what it contested can be contested again while its days last. */
    void withdrawn(Appeal appeal, Collection<UUID> denialIds, AppealTerm term, LocalDate today) {
        deadlines.withdrawAll(DeadlineKind.APPEAL_ANSWER, List.of(appeal.id()), "The appeal was withdrawn");
        if (!today.isAfter(appeal.due())) {
            open(denialIds, term, appeal.due());
        }
    }

    private void open(Collection<UUID> denialIds, AppealTerm term, LocalDate due) {
        deadlines.openAll(denialIds.stream()
                .map(id -> new DeadlineOpening(DeadlineKind.APPEAL, id, due, term.basis()))
                .toList());
    }
}
