package org.superbill.coding.codingcase;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.servicekit.ids.Ids;

/** A version of a coding case as it was told to billing. Written once; the database refuses changes. */
@Entity
@Immutable
@Table(name = "coding_case_version")
class CodingCaseVersion {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "case_id")
    private UUID caseId;

    private int version;

    private @Nullable String reason;

    @Column(name = "opened_by")
    private @Nullable String openedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Service> services;

    @Embedded
    private @Nullable CaseDays days;

    @Embedded
    private StoredCoding coding;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Finding> findings;

    @Column(name = "coded_by")
    private String codedBy;

    @Column(name = "coded_at")
    private Instant codedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CodingCaseVersion() {}

    /** @param released a case that is released */
    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    CodingCaseVersion(CodingCase released) {
        var progress = released.progress();
        id = Ids.next();
        caseId = released.id();
        version = progress.version();
        reason = progress.versionReason();
        openedBy = progress.versionBy();
        services = released.encounter().services();
        days = released.encounter().days();
        coding = StoredCoding.of(released.coding());
        findings = released.findings();
        codedBy = Objects.requireNonNull(progress.codedBy(), "A released case has a coder");
        codedAt = Objects.requireNonNull(progress.codedAt());
    }

    int version() {
        return version;
    }

    CaseCoding coding() {
        return coding.coding();
    }

    /** The encounter of the case as it was told to billing with this version. */
    CaseEncounter of(CaseEncounter today) {
        return today.with(services, days);
    }

    /** @param kind of the case */
    CodingCaseVersionView view(CaseKind kind) {
        return new CodingCaseVersionView(
                caseId,
                version,
                reason,
                openedBy,
                days,
                days == null ? null : days.governing(kind),
                services,
                coding.diagnoses().stream().map(CodeSystem.ICD_10_CM::display).toList(),
                coding.presentOnAdmission(),
                coding.lines(),
                coding.procedures(),
                coding.acknowledgements(),
                coding.unrelatedConditions(),
                findings,
                codedBy,
                codedAt);
    }
}
