package org.superbill.coding.discussion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codenote.CodeNoteDetails;
import org.superbill.coding.codenote.CodeNoteView;
import org.superbill.coding.codenote.CodeNotes;
import org.superbill.coding.codingcase.BlindCases;
import org.superbill.coding.codingcase.CodingCases;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;

/** What can be said about a case; each public method is one transaction. */
@ApplicationScoped
class Discussions {
    private final CommentStore store;
    private final CodingCases cases;
    private final BlindCases blind;
    private final CodeNotes notes;
    private final Caller caller;
    private final Clock clock;

    Discussions(CommentStore store, CodingCases cases, BlindCases blind, CodeNotes notes, Caller caller, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.blind = blind;
        this.notes = notes;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param replyTo a comment of the case; what replies to a reply belongs to the same question
     * @throws Problem {@code CODING_CASE_NOT_FOUND}, {@code COMMENT_NOT_FOUND}
     */
    @Transactional
    CommentView say(UUID caseId, String text, @Nullable UUID replyTo) {
        cases.read(caseId);
        var question = replyTo == null ? null : store.get(caseId, replyTo).question();
        var comment = new Comment(caseId, question, text, Mentions.in(text), caller.subject(), clock.instant());
        store.persist(comment);
        return comment.view();
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND} */
    @Transactional
    Page<CommentView> list(UUID caseId, PageRequest page) {
        cases.read(caseId);
        return Page.of(store.list(caseId, page), page, Comment::id).map(Comment::view);
    }

    /** What calls the caller and is not resolved. */
    @Transactional
    Page<CommentView> mentions(PageRequest page) {
        var comments = Page.of(store.mentioning(caller.subject(), page), page, Comment::id);
        return blind.shown(comments, Comment::caseId).map(Comment::view);
    }

    /** Resolved twice is resolved. @throws Problem {@code COMMENT_NOT_FOUND}, {@code COMMENT_IS_REPLY} */
    @Transactional
    CommentView resolve(UUID caseId, UUID commentId) {
        blind.requireShown(caseId);
        var comment = store.get(caseId, commentId);
        comment.resolve(caller.subject(), clock.instant());
        return comment.view();
    }

    /** @throws Problem {@code COMMENT_NOT_FOUND}, {@code COMMENT_IS_REPLY} */
    @Transactional
    CommentView reopen(UUID caseId, UUID commentId) {
        blind.requireShown(caseId);
        var comment = store.get(caseId, commentId);
        comment.reopen();
        return comment.view();
    }

    /**
     * What was agreed on is shown from now on wherever one of the codes is used.
     *
     * @throws Problem {@code COMMENT_NOT_FOUND}, {@code COMMENT_IS_NOTE}, {@code VALIDATION_FAILED}
     */
    @Transactional
    CodeNoteView makeNote(UUID caseId, UUID commentId, CodeNoteDetails details) {
        blind.requireShown(caseId);
        var comment = store.lock(caseId, commentId);
        var before = comment.noteId();
        if (before != null && notes.isInForce(before)) {
            throw new Problem(DiscussionProblem.COMMENT_IS_NOTE, "The note is in force");
        }
        var note = notes.make(details, commentId);
        comment.becameNote(note.id());
        return note;
    }
}
