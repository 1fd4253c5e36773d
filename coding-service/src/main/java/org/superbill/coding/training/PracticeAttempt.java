package org.superbill.coding.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.superbill.coding.codingcase.CaseCoding;
import org.superbill.coding.codingscore.Score;
import org.superbill.servicekit.ids.Ids;

/** How somebody coded a practice case. */
@Entity
@Immutable
@Table(name = "practice_attempt")
class PracticeAttempt {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "practice_case_id")
    private UUID practiceCaseId;

    private String coder;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private CaseCoding coding;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Score score;

    /** Only the first attempt at another's case counts for a coder's accuracy: after it the right answer is known. */
    @Column(name = "is_first")
    private boolean first;

    @Column(name = "made_at")
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected PracticeAttempt() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    PracticeAttempt(UUID practiceCaseId, String coder, CaseCoding coding, Score score, boolean first, Instant at) {
        id = Ids.next();
        this.practiceCaseId = practiceCaseId;
        this.coder = coder;
        this.coding = coding;
        this.score = score;
        this.first = first;
        madeAt = at;
    }

    Score score() {
        return score;
    }

    PracticeAttemptView view(PracticeCase practiceCase) {
        return new PracticeAttemptView(
                id,
                practiceCaseId,
                coder,
                coding,
                score,
                first,
                practiceCase.gold(),
                practiceCase.explanation(),
                madeAt);
    }
}
