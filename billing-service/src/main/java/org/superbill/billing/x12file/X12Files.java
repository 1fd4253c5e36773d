package org.superbill.billing.x12file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.archive.Archive;
import org.superbill.billing.claimstatus.StatusInquiries;
import org.superbill.billing.remittance.PostingOutcome;
import org.superbill.billing.remittance.RemittanceFile;
import org.superbill.billing.remittance.Remittances;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.x12.Transaction;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Exception;
import org.superbill.x12.acknowledgment.FunctionalAcknowledgment;
import org.superbill.x12.claimstatus.ClaimAcknowledgment;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.status.response.ClaimStatusResponse;

/** Takes files, by whichever way they come: once by their bytes, all of a file in one transaction. */
@ApplicationScoped
class X12Files {
    /** Before the name of the connection. */
    static final String MAILBOX = "mailbox:";

    private static final String UPLOAD = "upload";

    private static final int ERRORS_TOLD = 20;

    private final X12FileStore store;
    private final Archive archive;
    private final Acknowledgments acknowledgments;
    private final Remittances remittances;
    private final StatusInquiries inquiries;
    private final long maxKeptBytes;

    X12Files(
            X12FileStore store,
            Archive archive,
            Acknowledgments acknowledgments,
            Remittances remittances,
            StatusInquiries inquiries,
            @ConfigProperty(name = "superbill.x12-file.max-kept-bytes") long maxKeptBytes) {
        this.store = store;
        this.archive = archive;
        this.acknowledgments = acknowledgments;
        this.remittances = remittances;
        this.inquiries = inquiries;
        this.maxKeptBytes = maxKeptBytes;
    }

    /** @param isNew false when the same bytes came before: then only what could not be read before was applied */
    record Taken(X12FileView file, boolean isNew) {}

    /** A file and whence it came. */
    private record Origin(UUID fileId, String source) {
        /** Null where a person has brought it. */
        @Nullable
        String connection() {
            return source.startsWith(MAILBOX) ? source.substring(MAILBOX.length()) : null;
        }
    }

    /**
     * Takes a file from a person.
     *
     * @param mayPost whether that person may post remittances
     * @throws RejectedFile as {@link #take}
     * @throws Problem {@code FORBIDDEN} when the file has an 835 and the person may not; nothing is kept
     */
    @Transactional
    Taken upload(byte[] bytes, boolean mayPost) {
        return take(bytes, UPLOAD, mayPost);
    }

    /**
     * Reads and applies a file from a connection, which is trusted with remittances.
     *
     * @param source {@code upload} or {@code mailbox:CONNECTION}
     * @throws RejectedFile when nothing of it can be applied; it is the caller's to keep it in the next transaction
     */
    @Transactional
    Taken take(byte[] bytes, String source) {
        return take(bytes, source, true);
    }

    private Taken take(byte[] bytes, String source, boolean mayPost) {
        var sha256 = Sha256.hex(bytes);
        var at = store.lock(sha256);
        var known = store.findBySha256(sha256);
        if (known.isPresent()) {
            applyTheRest(known.get(), bytes, source, mayPost, at);
            return new Taken(known.get().view(), false);
        }
        var refusal = Admission.refusal(bytes, maxKeptBytes);
        if (refusal.isPresent()) {
            throw new RejectedFile(bytes, "unknown", source, List.of(refusal.get()));
        }
        var content = read(bytes, mayPost);
        var errors = unreadable(content);
        if (!errors.isEmpty()) {
            throw new RejectedFile(bytes, content.kind(), source, errors);
        }
        var id = Ids.next();
        var outcomes = apply(new Origin(id, source), bytes, content, List.of(), at);
        var file = file(id, sha256, content.kind(), ReceivedFile.stateOf(outcomes), source, bytes, outcomes, at);
        keep(id, file, bytes);
        return new Taken(file.view(), true);
    }

    private FileContent read(byte[] bytes, boolean mayPost) {
        var content = FileContent.read(bytes, maxKeptBytes);
        if (!mayPost && content.hasRemittance()) {
            throw new Problem(
                    KitProblem.FORBIDDEN,
                    "The file has an 835, which posts what it pays: that needs the permission remittance:post");
        }
        return content;
    }

    /** Keeps a file as rejected, with what is wrong with it. The same bytes may be uploaded again when the cause is gone. */
    @Transactional
    Taken keep(RejectedFile rejected) {
        var bytes = rejected.bytes();
        var sha256 = rejected.sha256();
        var at = store.lock(sha256);
        var known = store.findBySha256(sha256);
        if (known.isPresent()) {
            return new Taken(known.get().view(), false);
        }
        var id = Ids.next();
        var file = file(
                id,
                sha256,
                rejected.kind(),
                ReceivedFile.State.REJECTED,
                rejected.source(),
                bytes,
                rejected.errors(),
                at);
        keep(id, file, bytes);
        return new Taken(file.view(), true);
    }

    /** What an earlier release could not read may be readable by now. What was applied is not applied again. */
    private void applyTheRest(ReceivedFile file, byte[] bytes, String source, boolean mayPost, Instant at) {
        if (file.state() == ReceivedFile.State.PROCESSED) {
            return;
        }
        if (Admission.refusal(bytes, maxKeptBytes).isPresent()) {
            return;
        }
        var content = read(bytes, mayPost);
        if (unreadable(content).isEmpty()) {
            var outcomes = apply(new Origin(file.id(), source), bytes, content, file.outcomes(), at);
            store.findById(file.id()).readAgain(content.kind(), outcomes); // a large payment empties the session
        }
    }

    private ReceivedFile file(
            UUID id,
            String sha256,
            String kind,
            ReceivedFile.State state,
            String source,
            byte[] bytes,
            List<Outcome> outcomes,
            Instant at) {
        return new ReceivedFile(id, sha256, kind, state, source, bytes.length, at, outcomes);
    }

    private void keep(UUID id, ReceivedFile file, byte[] bytes) {
        archive.keep(id, bytes);
        store.persist(file);
    }

    /** What makes the file useless as a whole: a broken envelope, or not one transaction set that can be read. */
    private static List<Outcome> unreadable(FileContent content) {
        if (!content.fatal().isEmpty()) {
            return content.fatal().stream()
                    .limit(ERRORS_TOLD)
                    .map(error -> rejected(content.kind(), error))
                    .toList();
        }
        if (content.transactions().isEmpty() && content.acknowledgments().isEmpty()) {
            return List.of(new Outcome("unknown", "", "rejected", "The file has no transaction set", null));
        }
        var broken = content.transactions().stream()
                .flatMap(transaction -> FileContent.fatal(transaction).stream()
                        .map(error -> rejected(FileContent.kind(transaction), error)))
                .toList();
        return broken.size() == content.transactions().size()
                        && content.acknowledgments().isEmpty()
                ? broken
                : List.of();
    }

    private static Outcome rejected(String kind, X12Error error) {
        return new Outcome(kind, position(error), "rejected", error.message(), null);
    }

    /** A JSON Pointer into the file, as it were: which interchange, group, transaction set, segment and element, from 1. */
    private static String position(X12Error error) {
        var position = new StringBuilder("/interchange/" + Math.max(1, error.interchange()));
        if (error.group() > 0) {
            position.append("/group/").append(error.group());
        }
        if (error.transaction() > 0) {
            position.append("/transaction/").append(error.transaction());
        }
        if (error.segment() > 0) {
            position.append("/segment/").append(error.segment());
        }
        return position + "/" + error.place();
    }

    /** @param before what came of the parts when the same bytes came first; those that were not rejected are left alone */
    private List<Outcome> apply(Origin origin, byte[] bytes, FileContent content, List<Outcome> before, Instant at) {
        var remittanceFile = new RemittanceFile(bytes);
        var settled = before.size() == content.size() ? before : List.<Outcome>of();
        var outcomes = new ArrayList<Outcome>();
        for (var acknowledgment : content.acknowledgments()) {
            outcomes.add(settled(settled, outcomes.size())
                    .orElseGet(() -> acknowledgments.apply(origin.fileId(), origin.connection(), acknowledgment)));
        }
        var position = 0;
        for (var transaction : content.transactions()) {
            var place = ++position;
            outcomes.add(settled(settled, outcomes.size())
                    .orElseGet(() -> apply(origin, remittanceFile, place, transaction, at)));
        }
        return outcomes;
    }

    private static Optional<Outcome> settled(List<Outcome> before, int index) {
        return before.stream()
                .skip(index)
                .limit(1)
                .filter(outcome -> !outcome.isRejected())
                .findFirst();
    }

    private Outcome apply(
            Origin origin, RemittanceFile remittanceFile, int position, Transaction transaction, Instant at) {
        var fatal = FileContent.fatal(transaction);
        if (fatal.isPresent()) {
            return rejected(FileContent.kind(transaction), fatal.get());
        }
        var fileId = origin.fileId();
        var guide = transaction.set().guide();
        var reference = transaction.set().controlNumber();
        try {
            if (guide == Guide.ACKNOWLEDGMENT_999) {
                return acknowledgments.apply(
                        fileId, origin.connection(), FunctionalAcknowledgment.of(transaction), reference);
            }
            if (guide == Guide.CLAIM_ACKNOWLEDGMENT_277CA) {
                return acknowledgments.apply(
                        fileId, origin.connection(), ClaimAcknowledgment.of(transaction), reference);
            }
            if (guide == Guide.STATUS_RESPONSE_277) {
                return statusOutcome(reference, inquiries.answered(fileId, ClaimStatusResponse.of(transaction)));
            }
            if (guide == Guide.REMITTANCE_835) {
                return outcome(reference, remittances.receive(fileId, position, remittanceFile, at));
            }
            return new Outcome(
                    FileContent.kind(transaction),
                    reference,
                    "rejected",
                    "Files of this kind are not taken here",
                    null);
        } catch (X12Exception e) {
            return new Outcome(
                    FileContent.kind(transaction), reference, "rejected", String.valueOf(e.getMessage()), null);
        }
    }

    private static Outcome statusOutcome(String reference, StatusInquiries.Taken taken) {
        return new Outcome(
                "277",
                reference,
                "applied",
                taken.unknown() == 0
                        ? "%d questions answered".formatted(taken.answered())
                        : "%d questions answered; %d answers to none that is open"
                                .formatted(taken.answered(), taken.unknown()),
                null);
    }

    private static Outcome outcome(String reference, PostingOutcome posting) {
        var result = posting instanceof PostingOutcome.Posted
                ? "posted"
                : posting instanceof PostingOutcome.AlreadyPosted
                        ? "duplicate"
                        : posting instanceof PostingOutcome.Quarantined ? "quarantined" : "waiting";
        return new Outcome(
                "835",
                reference,
                result,
                posting.explanation(),
                posting.remittanceId().toString());
    }

    /** @throws Problem {@code X12_FILE_NOT_FOUND} */
    @Transactional
    X12FileView get(UUID id) {
        return store.findByIdOptional(id)
                .map(ReceivedFile::view)
                .orElseThrow(() -> new Problem(X12FileProblem.X12_FILE_NOT_FOUND, "No file with this id"));
    }

    /** @throws Problem {@code X12_FILE_NOT_FOUND} */
    @Transactional
    byte[] content(UUID id) {
        get(id);
        return archive.find(id).orElseThrow();
    }

    /** Whose claims the file is about. */
    @Transactional
    Set<UUID> patients(UUID id) {
        return store.patients(id);
    }

    @Transactional
    Page<X12FileView> list(PageRequest page) {
        var found = store.list(page.afterId(), page.fetch()).stream()
                .map(ReceivedFile::view)
                .toList();
        return Page.of(found, page, X12FileView::id);
    }
}
