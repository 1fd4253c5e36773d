package org.superbill.billing.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.archive.Archive;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimProgress;
import org.superbill.billing.connection.Connections;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.x12.X12Exception;

/**
 * Writes and sends files of claims. Two transactions: the first writes the file down with the claims that it carries, the second
 * sends it and marks it as sent. A crash between them, or during the sending, makes the same bytes go again.
 */
@ApplicationScoped
public class Submissions {
    private static final Clock SYSTEM = Clock.systemUTC(); // timeouts do not move with the business clock

    private final SubmissionStore store;
    private final ClaimProgress claims;
    private final Connections connections;
    private final Archive archive;
    private final Clock clock;
    private final int claimsPerFile;

    Submissions(
            SubmissionStore store,
            ClaimProgress claims,
            Connections connections,
            Archive archive,
            Clock clock,
            @ConfigProperty(name = "superbill.submission.claims-per-file") int claimsPerFile) {
        this.store = store;
        this.claims = claims;
        this.connections = connections;
        this.archive = archive;
        this.clock = clock;
        this.claimsPerFile = claimsPerFile;
    }

    /** Claims that may share a file. */
    private record Envelope(
            UUID payerId, PayerChanged payer, PracticeChanged.Organization organization, boolean institutional) {}

    /**
     * Writes the queued claims into files, one for each payer and form.
     *
     * @return how many claims were written
     */
    @Transactional(TxType.MANDATORY)
    int writeNext() {
        var queued = claims.takeQueued(claimsPerFile);
        var files = queued.stream()
                .collect(Collectors.groupingBy(
                        claim -> new Envelope(
                                claim.facts().payer().payerId(),
                                claim.facts().payer(),
                                claim.facts().organization(),
                                claim.facts().isInstitutional()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        files.values().forEach(this::writeWhatCanBeWritten);
        return queued.size();
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
        var id = Ids.next();
        var payer = contents.get(0).facts().payer();
        store.persist(new Submission(
                id,
                payer.profile().connection(),
                payer.payerId(),
                "%09d".formatted(file.controlNumber()),
                contents.size(),
                contents.stream()
                        .mapToLong(claim -> claim.facts().totalChargeCents())
                        .reduce(0, Math::addExact),
                Archive.sha256(bytes),
                file.writtenAt()));
        archive.keep(id, bytes);
        claims.written(id, contents);
    }

    /** What became of one attempt. */
    sealed interface Attempt {
        /** Nothing is to be sent. */
        record Nothing() implements Attempt {}

        /** What is to be sent waits for its next attempt. */
        record NotDue() implements Attempt {}

        /** It has left and is marked so. */
        record Sent(UUID submissionId) implements Attempt {}

        /** It is to be tried again. */
        record Failed(UUID submissionId, String reason) implements Attempt {}
    }

    /** Sends the oldest file that is to be sent now. The file stays locked meanwhile, so that what comes back waits for the mark. */
    @Transactional(TxType.MANDATORY)
    Attempt sendNext(UUID organization) {
        var next = store.nextToSendLocked(SYSTEM.instant());
        if (next.isEmpty()) {
            return store.anyWritten() ? new Attempt.NotDue() : new Attempt.Nothing();
        }
        var submission = next.get();
        var bytes = archive.find(submission.id()).orElseThrow();
        try {
            markSent(submission, connections.send(submission.connection(), organization, bytes));
            return new Attempt.Sent(submission.id());
        } catch (Connections.Unreachable e) {
            submission.failed(SYSTEM.instant());
            return new Attempt.Failed(submission.id(), e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private void markSent(Submission submission, @Nullable String remoteId) {
        submission.sent(remoteId, clock.instant());
        claims.sent(submission.id(), submission.interchangeControlNumber());
    }

    /** Before what came back about claims is applied: an answer shows that the file had arrived, even if we crashed before knowing. */
    @Transactional(TxType.MANDATORY)
    public void ensureSent(Collection<String> claimNumbers) {
        var ids = claims.submissionsNotMarkedSent(claimNumbers);
        if (!ids.isEmpty()) {
            ensure(ids);
        }
    }

    private void ensure(Collection<UUID> ids) {
        store.allLocked(ids).stream()
                .filter(submission -> !submission.isSent())
                .forEach(submission -> markSent(submission, null));
    }

    /**
     * The submission with this ISA13 or GS06, marked as sent.
     *
     * @param outcome what was said of the file as a whole, e.g. {@code 999 A}
     */
    @Transactional(TxType.MANDATORY)
    public Optional<UUID> answered(String controlNumber, String outcome) {
        if (!controlNumber.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        var id = store.idByControlNumber("%09d".formatted(Long.parseLong(controlNumber)));
        id.ifPresent(found -> {
            ensure(List.of(found));
            store.findById(found).acknowledged(outcome);
        });
        return id;
    }

    @Transactional
    Page<SubmissionView> list(PageRequest page) {
        var found = store.list(page.afterId(), page.fetch()).stream()
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
        var content = claims.content(claimId, version);
        var submission = store.findById(content.submissionId());
        return new ClaimFile(Long.parseLong(submission.interchangeControlNumber()), submission.writtenAt())
                .write(List.of(content));
    }
}
