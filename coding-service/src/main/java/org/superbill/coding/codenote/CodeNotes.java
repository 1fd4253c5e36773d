package org.superbill.coding.codenote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Codes;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;
import org.superbill.servicekit.tenancy.CurrentOrganization;
import org.superbill.servicekit.tenancy.Kept;

/** What can be done with notes on codes; each public method is one transaction. */
@ApplicationScoped
public class CodeNotes {
    private static final Duration KEPT_FOR = Duration.ofSeconds(3);

    /** Of an organization that has more, those on a case's codes are asked for each time. */
    private static final int MOST_KEPT = 500;

    /** What a case may have. */
    private static final List<CodeSystem> SYSTEMS =
            List.of(CodeSystem.ICD_10_CM, CodeSystem.ICD_10_PCS, CodeSystem.CPT, CodeSystem.HCPCS);

    private final CodeNoteStore store;
    private final Codes codes;
    private final Kept<Optional<List<CodeNoteView>>> inForce;
    private final Caller caller;
    private final Clock clock;

    CodeNotes(
            CodeNoteStore store,
            Codes codes,
            CurrentOrganization organization,
            TransactionSynchronizationRegistry transactions,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.codes = codes;
        this.inForce = new Kept<>(organization, transactions, KEPT_FOR);
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param commentId of the discussion that it is made of
     * @throws Problem {@code VALIDATION_FAILED}
     */
    @Transactional
    public CodeNoteView make(CodeNoteDetails details, @Nullable UUID commentId) {
        requireKnown(details.codes());
        var note = new CodeNote(details, commentId, caller.subject(), clock.instant());
        inForce.changed();
        store.persist(note);
        return note.view();
    }

    /** On a code that there is not it would never be shown. */
    private void requireKnown(List<String> wanted) {
        var unknown = codes.unknown(SYSTEMS, wanted);
        if (!unknown.isEmpty()) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The request is not valid",
                    unknown.stream()
                            .map(code -> new FieldError(
                                    "/codes/" + wanted.indexOf(code),
                                    "unknown-code",
                                    "is in no release that is loaded, nor is a code under it"))
                            .toList());
        }
    }

    /** @throws Problem {@code CODING_NOTE_NOT_FOUND} */
    @Transactional
    public boolean isInForce(UUID id) {
        return store.get(id).view().endedAt() == null;
    }

    /**
     * Those in force on one of the codes (stored form) or on a category of it; as of seconds ago at most, where another replica made or ended
     * one.
     */
    @Transactional
    public List<CodeNoteView> on(Collection<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return inForce.get(this::allInForce)
                .map(notes -> notes.stream().filter(note -> note.isOn(codes)).toList())
                .orElseGet(() -> store.on(codes).stream().map(CodeNote::view).toList());
    }

    /** Empty when there are too many to keep. */
    private Optional<List<CodeNoteView>> allInForce() {
        var notes = store.inForce(MOST_KEPT + 1);
        return notes.size() > MOST_KEPT
                ? Optional.empty()
                : Optional.of(notes.stream().map(CodeNote::view).toList());
    }

    @Transactional
    Page<CodeNoteView> list(PageRequest page) {
        return Page.of(store.list(page), page, CodeNote::id).map(CodeNote::view);
    }

    /** Ended twice is ended. @throws Problem {@code CODING_NOTE_NOT_FOUND} */
    @Transactional
    CodeNoteView end(UUID id) {
        var note = store.get(id);
        note.end(clock.instant());
        inForce.changed();
        return note.view();
    }
}
