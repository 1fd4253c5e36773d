package org.superbill.coding.codenote;

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

/** A note on codes. It is ended, never edited: who looks at an old case sees what was said then. */
@Entity
@Table(name = "code_note")
class CodeNote {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    private String[] codes;

    private String text;

    @Column(name = "comment_id")
    private @Nullable UUID commentId;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CodeNote() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    CodeNote(CodeNoteDetails details, @Nullable UUID commentId, String by, Instant at) {
        id = Ids.next();
        codes = details.codes().toArray(String[]::new);
        text = details.text();
        this.commentId = commentId;
        madeBy = by;
        madeAt = at;
    }

    void end(Instant at) {
        if (endedAt == null) {
            endedAt = at;
        }
    }

    UUID id() {
        return id;
    }

    CodeNoteView view() {
        return new CodeNoteView(id, List.of(codes), text, commentId, madeBy, madeAt, endedAt);
    }
}
