package org.superbill.coding.codenote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.security.Caller;

/** What can be done with notes on codes; each public method is one transaction. */
@ApplicationScoped
public class CodeNotes {
    private final CodeNoteStore store;
    private final Caller caller;
    private final Clock clock;

    CodeNotes(CodeNoteStore store, Caller caller, Clock clock) {
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param commentId of the discussion that it is made of */
    @Transactional
    public CodeNoteView make(CodeNoteDetails details, @Nullable UUID commentId) {
        var note = new CodeNote(details, commentId, caller.subject(), clock.instant());
        store.persist(note);
        return note.view();
    }

    /** Those in force on one of the codes (stored form) or on a category of it. */
    @Transactional
    public List<CodeNoteView> on(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : store.on(codes).stream().map(CodeNote::view).toList();
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
        return note.view();
    }
}
