package org.superbill.billing.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.archive.Archive;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimContents;
import org.superbill.billing.claim.ClaimProgress;
import org.superbill.billing.claim.FreeClaims;
import org.superbill.billing.connection.Away;
import org.superbill.billing.connection.Connections;
import org.superbill.billing.connection.Unreachable;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.deadline.DeadlinesPassed;
import org.superbill.billing.deadline.DeadlinesPassing;
import org.superbill.billing.reference.Reference;
import org.superbill.billing.schedule.Schedules;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;
import org.superbill.x12.X12Exception;

/**
 * Writes and sends files of claims. Three transactions: the first writes the file down with the claims that it carries, the second
 * stages it at the partner's, the third hands it over and marks it as sent. A crash between them, or in one of them, makes that step
 * happen again, which changes nothing where it had been done.
 */
@ApplicationScoped
public class Submissions {
    private static final int DAYS_TO_ACKNOWLEDGE = 2;
    private static final Clock SYSTEM = Clock.systemUTC(); // timeouts do not move with the business clock

    private final SubmissionStore store;
    private final ClaimProgress claims;
    private final FreeClaims free;
    private final ClaimContents claimContents;
    private final Connections connections;
    private final Archive archive;
    private final Schedules schedules;
    private final Deadlines deadlines;
    private final Reference reference;
    private final Clock clock;
    private final Caller caller;
    private final int claimsPerFile;

    Submissions(
            SubmissionStore store,
            ClaimProgress claims,
            FreeClaims free,
            ClaimContents claimContents,
            Connections connections,
            Archive archive,
            Schedules schedules,
            Deadlines deadlines,
            Reference reference,
            Clock clock,
            Caller caller,
            @ConfigProperty(name = "superbill.submission.claims-per-file") int claimsPerFile) {
        this.store = store;
        this.claims = claims;
        this.free = free;
        this.claimContents = claimContents;
        this.connections = connections;
        this.archive = archive;
        this.schedules = schedules;
        this.deadlines = deadlines;
        this.reference = reference;
        this.clock = clock;
        this.caller = caller;
        this.claimsPerFile = claimsPerFile;
    }

    /** What a receiver's answer says about the file as a whole. */
    public enum Verdict {
        /** The envelope is sound (TA1 A or E); of the rest nothing is known. */
        ENVELOPE_TAKEN,
        TAKEN,
        REFUSED
    }

    /**
     * Which files an answer can be about.
     *
     * @param group GS01 of what is answered (AK101); null where the whole interchange is
     * @param connection over which the answer came; null where a person has brought it
     */
    public record Answering(
            @Nullable String group, @Nullable String connection) {
        /** GS01 of claims. */
        public static final String CLAIMS = "HC";
    }

    /** Claims that may share a file: what the payer's profile says, ISA15 too, is the same for all of them. */
    private record Envelope(
            UUID payerId, PayerChanged payer, PracticeChanged.Organization organization, boolean institutional) {}

    /**
     * Writes the queued claims of payers whose time has come into files, one for each payer and form.
     *
     * @return whether there may be more than one transaction takes
     */
    @Transactional(TxType.MANDATORY)
    boolean writeNext() {
        if (!free.holdQueue()) {
            return false; // who holds it writes what there is
        }
        var now = schedules.now();
        var queued = claims.takeQueued(claimsPerFile, now.waiting());
        var files = queued.claims().stream()
                .collect(Collectors.groupingBy(
                        claim -> new Envelope(
                                claim.facts().payer().payerId(),
                                claim.facts().payer(),
                                claim.facts().organization(),
                                claim.facts().isInstitutional()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        files.values().forEach(this::write);
        if (queued.mayBeMore()) {
            return true;
        }
        now.allWritten();
        return false;
    }

    /** A test claim never goes where production files go, nor the other way round. */
    private void write(List<ClaimContent> contents) {
        var profile = contents.get(0).facts().payer().profile();
        var usage = profile.interchange().usageIndicator();
        if (connections.carries(profile.connection(), usage)) {
            writeWhatCanBeWritten(contents);
            return;
        }
        var reason = "The payer's profile says ISA15 %s, and the connection %s does not carry such files"
                .formatted(usage, profile.connection());
        claims.unwritable(contents.stream().collect(Collectors.toMap(ClaimContent::claimNumber, claim -> reason)));
    }

    /** One claim that X12 cannot say must not keep the others from leaving. */
    private void writeWhatCanBeWritten(List<ClaimContent> contents) {
        var file = new ClaimFile(store.nextControlNumber(), clock.instant());
        try {
            keep(file, contents, file.write(contents));
        } catch (X12Exception e) {
            var reasons = new LinkedHashMap<String, String>();
            contents.forEach(
                    claim -> whyNot(file, claim).ifPresent(reason -> reasons.put(claim.claimNumber(), reason)));
            var sound = contents.stream()
                    .filter(claim -> !reasons.containsKey(claim.claimNumber()))
                    .toList();
            claims.unwritable(reasons);
            if (!sound.isEmpty()) {
                keep(file, sound, file.write(sound));
            }
        }
    }

    private static Optional<String> whyNot(ClaimFile file, ClaimContent claim) {
        try {
            file.write(List.of(claim));
            return Optional.empty();
        } catch (X12Exception e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void keep(ClaimFile file, List<ClaimContent> contents, byte[] bytes) {
        var payer = contents.get(0).facts().payer();
        var written = new Submission.Written(
                Submission.Kind.CLAIMS,
                payer.profile().connection(),
                payer.payerId(),
                payer.profile().interchange().usageIndicator(),
                file.controlNumber(),
                contents.size(),
                contents.stream()
                        .mapToLong(claim -> claim.facts().totalChargeCents())
                        .reduce(0, Math::addExact),
                Sha256.hex(bytes));
        claims.written(keep(written, bytes, file.writtenAt()), contents);
    }

    private UUID keep(Submission.Written file, byte[] bytes, Instant at) {
        var id = Ids.next();
        store.persist(new Submission(id, file, at));
        archive.keep(id, bytes);
        return id;
    }

    /**
     * Writes a claim status request (276) down, to be sent as claims are.
     *
     * @param about a payer's profile gives the connection and ISA15
     * @param file makes the bytes for a control number
     */
    @Transactional(TxType.MANDATORY)
    public UUID keepStatusRequest(PayerChanged about, LongFunction<byte[]> file) {
        var number = store.nextControlNumber();
        var bytes = file.apply(number);
        var written = new Submission.Written(
                Submission.Kind.STATUS_REQUEST,
                about.profile().connection(),
                about.payerId(),
                about.profile().interchange().usageIndicator(),
                number,
                0,
                0,
                Sha256.hex(bytes));
        return keep(written, bytes, clock.instant());
    }

    /** What became of one attempt. */
    sealed interface Attempt {
        /** Nothing is to be sent. */
        record Nothing() implements Attempt {}

        /** What is to be sent waits for its next attempt. */
        record NotDue() implements Attempt {}

        /** It lies at the partner's and is handed over next. */
        record Staged(UUID submissionId) implements Attempt {}

        /** It has left and is marked so. @param more whether others are to be sent */
        record Sent(UUID submissionId, String connection, boolean more) implements Attempt {}

        /**
         * It is to be tried again.
         *
         * @param away the connection that cannot be reached, for whomever; null when it can
         */
        record Failed(
                UUID submissionId, String reason, @Nullable String away) implements Attempt {}
    }

    /**
     * Does the next step with the oldest file that is to be sent now. The file stays locked meanwhile, so that what comes back waits for
     * the mark, and no other replica sends it as well.
     *
     * @param away connections that are not tried now
     */
    @Transactional(TxType.MANDATORY)
    Attempt sendNext(UUID organization, Collection<String> away) {
        var next = store.nextToSendLocked(SYSTEM.instant(), away);
        if (next.isEmpty()) {
            return store.anyToSend() ? new Attempt.NotDue() : new Attempt.Nothing();
        }
        var submission = next.get();
        var bytes = archive.find(submission.id()).orElseThrow();
        try {
            return step(organization, submission, bytes);
        } catch (Unreachable e) {
            submission.failed(SYSTEM.instant());
            return new Attempt.Failed(
                    submission.id(),
                    e.getMessage() == null ? "" : e.getMessage(),
                    e instanceof Away ? submission.connection() : null);
        }
    }

    private Attempt step(UUID organization, Submission submission, byte[] bytes) {
        var connection = submission.connection();
        var usage = submission.usageIndicator();
        if (submission.state() == SubmissionState.WRITTEN) {
            connections.stage(connection, organization, usage, submission.fileName(), bytes);
            submission.staged(clock.instant());
            return new Attempt.Staged(submission.id());
        }
        markSent(submission, connections.release(connection, organization, usage, submission.fileName(), bytes));
        store.flush();
        return new Attempt.Sent(submission.id(), connection, store.anyToSend());
    }

    private void markSent(Submission submission, @Nullable String remoteId) {
        var at = clock.instant();
        submission.sent(remoteId, at);
        if (submission.kind() == Submission.Kind.CLAIMS) {
            var today = LocalDate.ofInstant(at, reference.timeZoneOf(caller.requireOrganization()));
            deadlines.open(DeadlineKind.ACKNOWLEDGMENT, submission.id(), today.plusDays(DAYS_TO_ACKNOWLEDGE));
            claims.sent(submission.id(), submission.interchangeControlNumber());
        }
    }

    /**
     * Before what came back about claims is applied: an answer shows that the file had arrived and was taken, even if we crashed
     * before knowing, and even if its 999 never comes. As many statements for many claims as for one.
     */
    @Transactional(TxType.MANDATORY)
    public void ensureSent(Collection<String> claimNumbers) {
        var ids = claims.submissionsOf(claimNumbers);
        store.notSentLocked(ids).forEach(submission -> markSent(submission, null));
        deadlines.closeAll(DeadlineKind.ACKNOWLEDGMENT, store.received(ids, clock.instant()));
    }

    private void answered(Submission submission, String outcome, Verdict verdict) {
        if (!submission.isSent()) {
            markSent(submission, null);
        }
        submission.answered(outcome, verdict, clock.instant());
        if (submission.state().isAnswered()) {
            deadlines.close(DeadlineKind.ACKNOWLEDGMENT, submission.id());
        }
    }

    /**
     * The submission with this ISA13 or GS06, marked as sent; empty where the number is not of a file of ours that left by that way.
     *
     * @param outcome what was said of the file as a whole, e.g. {@code 999 A}
     */
    @Transactional(TxType.MANDATORY)
    public Optional<UUID> answered(String controlNumber, Answering answering, String outcome, Verdict verdict) {
        if (!controlNumber.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        var submission = store.idByControlNumber("%09d".formatted(Long.parseLong(controlNumber)))
                .map(store::getLocked)
                .filter(found -> found.isAnsweredBy(answering));
        submission.ifPresent(found -> answered(found, outcome, verdict));
        return submission.map(Submission::id);
    }

    /** Before it passes. */
    void hold(@Observes DeadlinesPassing passing) {
        if (passing.kind() == DeadlineKind.ACKNOWLEDGMENT) {
            passing.leave(free.holdFiles(passing.subjects()));
        }
    }

    /** Nobody has answered in time: the claims of these files are a biller's to look after. */
    void unacknowledged(@Observes DeadlinesPassed passed) {
        if (passed.kind() == DeadlineKind.ACKNOWLEDGMENT) {
            claims.unacknowledged(passed.subjects());
        }
    }

    @Transactional
    Page<SubmissionView> list(@Nullable SubmissionState state, @Nullable UUID payerId, PageRequest page) {
        var found = store.list(state, payerId, page.afterId(), page.fetch()).stream()
                .map(Submission::view)
                .toList();
        return Page.of(found, page, SubmissionView::id);
    }

    /**
     * The 837P of one claim: what its file said of it, without the other claims of the file.
     *
     * @param version absent for the newest that was written
     */
    @Transactional
    byte[] x12(UUID claimId, @Nullable Integer version) {
        var content = claimContents.content(claimId, version);
        var submission = Optional.ofNullable(content.submissionId())
                .flatMap(store::findByIdOptional)
                .orElseThrow(() -> new Problem(
                        KitProblem.NOT_FOUND,
                        "No file of ours carries this version: it was mailed, or sent by a former system"));
        return new ClaimFile(Long.parseLong(submission.interchangeControlNumber()), submission.writtenAt())
                .write(List.of(content));
    }
}
