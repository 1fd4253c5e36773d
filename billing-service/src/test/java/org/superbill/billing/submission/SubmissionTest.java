package org.superbill.billing.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A file on its way: the pauses between attempts, and what answers make of it. */
class SubmissionTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    private static Submission written() {
        var file = new Submission.Written(
                Submission.Kind.CLAIMS, "partner", UUID.randomUUID(), "T", 42, 1, 100, "0123456789abcdef");
        return new Submission(UUID.randomUUID(), file, NOW);
    }

    @Test
    void pausesDoubleUpToAMinuteAndEndWhenTheStepIsDone() {
        var submission = written();
        var pauses = new ArrayList<Long>();
        for (int attempt = 1; attempt <= 9; attempt++) {
            submission.failed(NOW);
            pauses.add(Duration.between(NOW, submission.nextAttemptAt()).toSeconds());
        }
        assertThat(pauses).isEqualTo(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 64L, 64L));
        submission.staged(NOW);
        assertThat(submission.nextAttemptAt()).isNull();
    }

    @Test
    void theFirstAnswerAboutTheWholeFileDecidesAndLaterOnesAreNoted() {
        var submission = written();
        submission.sent(null, NOW);
        submission.answered("TA1 A", Submissions.Verdict.ENVELOPE_TAKEN, NOW);
        assertThat(submission.state()).isEqualTo(SubmissionState.SENT);
        submission.answered("999 R", Submissions.Verdict.REFUSED, NOW);
        submission.answered("999 A", Submissions.Verdict.TAKEN, NOW);
        submission.answered("999 A", Submissions.Verdict.TAKEN, NOW);
        assertThat(submission.state()).isEqualTo(SubmissionState.REJECTED);
        assertThat(submission.view().acknowledgment()).isEqualTo("TA1 A, 999 R, 999 A");
    }

    @Test
    void anAnswerIsAboutAFileOnlyWhereItComesFromWhereThatWentAndNamesItsKind() {
        var submission = written();
        assertThat(submission.isAnsweredBy(new Submissions.Answering("HC", "partner")))
                .isTrue();
        assertThat(submission.isAnsweredBy(new Submissions.Answering(null, "partner")))
                .isTrue();
        assertThat(submission.isAnsweredBy(new Submissions.Answering("HC", null)))
                .isTrue();
        assertThat(submission.isAnsweredBy(new Submissions.Answering("HC", "another")))
                .isFalse();
        assertThat(submission.isAnsweredBy(new Submissions.Answering("HS", "partner")))
                .isFalse();
    }
}
