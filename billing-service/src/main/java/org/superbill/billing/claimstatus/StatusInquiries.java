package org.superbill.billing.claimstatus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimContents;
import org.superbill.billing.claim.ClaimProgress;
import org.superbill.billing.claim.SentClaims;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.deadline.DeadlinesPassed;
import org.superbill.billing.deadline.DeadlinesPassing;
import org.superbill.billing.reference.Reference;
import org.superbill.billing.schedule.Schedules;
import org.superbill.billing.submission.Submissions;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;
import org.superbill.x12.status.response.ClaimStatusResponse;

/** Asks payers about claims and takes in what they answer. */
@ApplicationScoped
public class StatusInquiries {
    private static final int CLAIMS_PER_FILE = 500;
    private static final int DAYS_TO_ANSWER = 2;

    private final StatusInquiryStore store;
    private final SentClaims sent;
    private final ClaimContents claims;
    private final ClaimProgress progress;
    private final Submissions submissions;
    private final Schedules schedules;
    private final Deadlines deadlines;
    private final Reference reference;
    private final Clock clock;
    private final Caller caller;
    private final Event<AskNow> askNow;

    StatusInquiries(
            StatusInquiryStore store,
            SentClaims sent,
            ClaimContents claims,
            ClaimProgress progress,
            Submissions submissions,
            Schedules schedules,
            Deadlines deadlines,
            Reference reference,
            Clock clock,
            Caller caller,
            Event<AskNow> askNow) {
        this.store = store;
        this.sent = sent;
        this.claims = claims;
        this.progress = progress;
        this.submissions = submissions;
        this.schedules = schedules;
        this.deadlines = deadlines;
        this.reference = reference;
        this.clock = clock;
        this.caller = caller;
        this.askNow = askNow;
    }

    /** Fired when somebody wants to know. */
    record AskNow(UUID organization) {}

    /**
     * The payer is asked about the claim; a question that is open already stays the only one.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}, {@code STATUS_INQUIRY_NOT_SENT}
     */
    @Transactional
    StatusInquiryView ask(UUID claimId) {
        var content = contentOf(claimId);
        store.insert(
                content.facts().payer().payerId(), "DEMAND", Map.of(claimId, content.claimNumber()), clock.instant());
        askNow.fire(new AskNow(caller.requireOrganization()));
        var known = store.ofClaim(claimId);
        return known.get(known.size() - 1);
    }

    private ClaimContent contentOf(UUID claimId) {
        claims.requireKnown(claimId);
        var versions = sent.versionsOf(claimId);
        if (versions.isEmpty()) {
            throw new Problem(StatusInquiryProblem.STATUS_INQUIRY_NOT_SENT, "No version of the claim has left");
        }
        return claims.content(claimId, versions.get(versions.size() - 1).version());
    }

    /** @throws Problem {@code CLAIM_NOT_FOUND} */
    @Transactional
    List<StatusInquiryView> list(UUID claimId) {
        claims.requireKnown(claimId);
        return store.ofClaim(claimId);
    }

    /** Questions that the schedules ask today. @return how many */
    @Transactional(TxType.MANDATORY)
    int askBySchedule() {
        return schedules.inquiries().stream().mapToInt(this::askBySchedule).sum();
    }

    private int askBySchedule(Schedules.Inquiry inquiry) {
        var now = clock.instant();
        var every = inquiry.everyDays();
        var asked = store.notToBeAsked(
                inquiry.payerId(), every == null ? Instant.EPOCH : now.minus(Duration.ofDays(every)));
        var due = sent.undecided(
                inquiry.payerId(), now.minus(Duration.ofDays(inquiry.afterDays())), asked, CLAIMS_PER_FILE);
        if (due.isEmpty()) {
            return 0;
        }
        return store.insert(inquiry.payerId(), "SCHEDULE", claims.numbersOf(due), now);
    }

    /** Writes the questions that wait about one payer's claims into a 276. @return how many */
    @Transactional(TxType.MANDATORY)
    int writeNext() {
        var waiting = store.waitingLocked(CLAIMS_PER_FILE);
        if (waiting.isEmpty()) {
            return 0;
        }
        var contents = claims.contents(
                waiting.stream().map(StatusInquiryStore.Waiting::claimNumber).toList());
        var payer = payerOf(contents, waiting.get(0));
        var together = waiting.stream() // one envelope: what the payer's profile says, ISA15 too, is the same for all
                .filter(one -> payerOf(contents, one).equals(payer))
                .toList();
        var asked = together.stream()
                .map(one -> new StatusRequestFile.Asked(trace(one.id()), content(contents, one)))
                .toList();
        var now = clock.instant();
        var file = submissions.keepStatusRequest(
                payer, controlNumber -> new StatusRequestFile(controlNumber, now).write(asked));
        var ids = together.stream().map(StatusInquiryStore.Waiting::id).toList();
        store.asked(ids, file, now);
        var due = LocalDate.ofInstant(now, reference.timeZoneOf(caller.requireOrganization()))
                .plusDays(DAYS_TO_ANSWER);
        deadlines.openAll(ids.stream()
                .map(id -> new DeadlineOpening(DeadlineKind.STATUS_ANSWER, id, due))
                .toList());
        return asked.size();
    }

    private static ClaimContent content(Map<String, ClaimContent> contents, StatusInquiryStore.Waiting one) {
        return Objects.requireNonNull(contents.get(one.claimNumber()));
    }

    private static PayerChanged payerOf(Map<String, ClaimContent> contents, StatusInquiryStore.Waiting one) {
        return content(contents, one).facts().payer();
    }

    /** Before that passes. */
    void hold(@Observes DeadlinesPassing passing) {
        if (passing.kind() == DeadlineKind.STATUS_ANSWER) {
            passing.leave(store.lockFree(passing.subjects()));
        }
    }

    /** The payer has not answered in time. */
    void unanswered(@Observes DeadlinesPassed passed) {
        if (passed.kind() == DeadlineKind.STATUS_ANSWER) {
            store.unanswered(passed.subjects());
        }
    }

    /** What came of a 277. @param unknown traces that are not of our questions, or are answered already */
    public record Taken(int answered, int unknown) {}

    /** @param fileId of the payer's file */
    @Transactional(TxType.MANDATORY)
    public Taken answered(UUID fileId, ClaimStatusResponse response) {
        var all = StatusAnswers.of(response);
        var answers = new LinkedHashMap<UUID, StatusAnswers.Answer>();
        all.forEach(answer -> id(answer.trace()).ifPresent(id -> answers.put(id, answer)));
        var numbers = answers.isEmpty() ? Map.<UUID, String>of() : store.answered(answers, fileId, clock.instant());
        deadlines.closeAll(DeadlineKind.STATUS_ANSWER, numbers.keySet());
        var told = new HashMap<String, ClaimProgress.StatusTold>();
        numbers.forEach((id, number) -> told.put(number, told(number, Objects.requireNonNull(answers.get(id)))));
        progress.statusTold(fileId, told.values());
        return new Taken(numbers.size(), all.size() - numbers.size());
    }

    private static ClaimProgress.StatusTold told(String number, StatusAnswers.Answer answer) {
        return new ClaimProgress.StatusTold(
                number,
                answer.payerClaimNumber(),
                "277 "
                        + answer.statuses().stream()
                                .map(status -> "%s (%s)".formatted(status.code(), status.words()))
                                .distinct()
                                .collect(Collectors.joining(", ")),
                answer.statuses().stream().anyMatch(status -> StatusCategory.needsBiller(status.category())));
    }

    /** TRN02: the question's id without its hyphens. */
    static String trace(UUID id) {
        return id.toString().replace("-", "");
    }

    static Optional<UUID> id(String trace) {
        if (!trace.matches("[0-9a-fA-F]{32}")) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(trace.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")));
    }
}
