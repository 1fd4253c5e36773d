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
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.security.Caller;
import org.superbill.servicekit.tenancy.CurrentOrganization;
import org.superbill.servicekit.tenancy.Kept;

/** What can be done with notes on codes; each public method is one transaction. */
@ApplicationScoped
public class CodeNotes {
    private static final Duration KEPT_FOR = Duration.ofSeconds(3);

    /** Of an organization that has more, those on a case's codes are asked for each time. */
    private static final int MOST_KEPT = 500;

    private final CodeNoteStore store;
    private final Kept<Optional<List<CodeNoteView>>> inForce;
    private final Caller caller;
    private final Clock clock;

    CodeNotes(
            CodeNoteStore store,
            CurrentOrganization organization,
            TransactionSynchronizationRegistry transactions,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.inForce = new Kept<>(organization, transactions, KEPT_FOR);
        this.caller = caller;
        this.clock = clock;
    }

    /** @param commentId of the discussion that it is made of */
    @Transactional
    public CodeNoteView make(CodeNoteDetails details, @Nullable UUID commentId) {
        var note = new CodeNote(details, commentId, caller.subject(), clock.instant());
        inForce.changed();
        store.persist(note);
        return note.view();
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
