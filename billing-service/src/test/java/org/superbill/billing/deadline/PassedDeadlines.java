package org.superbill.billing.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** What features are told of deadlines that have passed. */
@ApplicationScoped
public class PassedDeadlines {
    private final List<UUID> subjects = new CopyOnWriteArrayList<>();

    void passed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeadlinesPassed passed) {
        subjects.addAll(passed.subjects());
    }

    int timesOf(UUID subject) {
        return Collections.frequency(subjects, subject);
    }
}
