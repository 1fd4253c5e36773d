package org.superbill.coding.codingquery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.revision.Revision;

/** A template of the organization's own. */
@Entity
@Table(name = "coding_query_template")
class QueryTemplate {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private QueryTemplateText template;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected QueryTemplate() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    QueryTemplate(QueryTemplateText template, String by, Instant at) {
        id = Ids.next();
        set(template, by, at);
    }

    void change(QueryTemplateText newTemplate, @Nullable Revision expected, String by, Instant at) {
        Revision.requireMatch(expected, revision);
        set(newTemplate, by, at);
    }

    private void set(QueryTemplateText newTemplate, String by, Instant at) {
        template = newTemplate;
        changedBy = by;
        changedAt = at;
    }

    UUID id() {
        return id;
    }

    QueryTemplateView view() {
        return new QueryTemplateView(id, template, false, revision);
    }
}
