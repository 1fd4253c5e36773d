package org.superbill.coding.discussion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;

/** Something that was said about a case: a question that stands by itself, or a reply to one. Never edited. */
@Entity
@Table(name = "case_comment")
class Comment {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "case_id")
    private UUID caseId;

    /** The question that it replies to. */
    @Column(name = "reply_to")
    private @Nullable UUID replyTo;

    private String text;

    private String[] mentions;

    @Column(name = "said_by")
    private String saidBy;

    @Column(name = "said_at")
    private Instant saidAt;

    @Column(name = "resolved_by")
    private @Nullable String resolvedBy;

    @Column(name = "resolved_at")
    private @Nullable Instant resolvedAt;

    @Column(name = "note_id")
    private @Nullable UUID noteId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Comment() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    Comment(UUID caseId, @Nullable UUID replyTo, String text, List<String> mentions, String by, Instant at) {
        id = Ids.next();
        this.caseId = caseId;
        this.replyTo = replyTo;
        this.text = text;
        this.mentions = mentions.toArray(String[]::new);
        saidBy = by;
        saidAt = at;
    }

    /** @throws Problem {@code COMMENT_IS_REPLY}: a question is resolved, not what was said about it */
    void resolve(String by, Instant at) {
        requireQuestion();
        if (resolvedAt == null) {
            resolvedBy = by;
            resolvedAt = at;
        }
    }

    /** @throws Problem {@code COMMENT_IS_REPLY} */
    void reopen() {
        requireQuestion();
        resolvedBy = null;
        resolvedAt = null;
    }

    /** The organization's note that was made of it; of several the last one. */
    void becameNote(UUID note) {
        noteId = note;
    }

    @Nullable
    UUID noteId() {
        return noteId;
    }

    private void requireQuestion() {
        if (replyTo != null) {
            throw new Problem(DiscussionProblem.COMMENT_IS_REPLY, "The comment replies to another");
        }
    }

    UUID id() {
        return id;
    }

    /** The question that a reply to this one belongs to. */
    UUID question() {
        return replyTo == null ? id : replyTo;
    }

    UUID caseId() {
        return caseId;
    }

    CommentView view() {
        return new CommentView(
                id,
                caseId,
                replyTo,
                text,
                List.of(mentions),
                saidBy,
                saidAt,
                resolvedAt != null,
                resolvedBy,
                resolvedAt,
                noteId);
    }
}
