package org.superbill.billing.coveragelist;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;

/** A list as it was loaded: it is never edited, only withdrawn. */
@Entity
@Table(name = "coverage_list")
class LoadedList {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    private String number;
    private String title;
    private String source;

    @Column(name = "payer_id")
    private @Nullable UUID payerId;

    @Column(name = "effective_from")
    private LocalDate effectiveFrom;

    @Column(name = "effective_to")
    private @Nullable LocalDate effectiveTo;

    private String sha256;
    private int procedures;
    private byte[] content;

    @Column(name = "loaded_by")
    private String loadedBy;

    @Column(name = "loaded_at")
    private Instant loadedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init")
    protected LoadedList() {}

    @SuppressWarnings("NullAway.Init")
    LoadedList(NewList given, String sha256, int procedures, String loadedBy, Instant at) {
        this.id = Ids.next();
        this.number = given.number();
        this.title = given.title();
        this.source = given.source();
        this.payerId = given.payerId();
        this.effectiveFrom = given.effectiveFrom();
        this.effectiveTo = given.effectiveTo();
        this.content = given.csv().getBytes(UTF_8);
        this.sha256 = sha256;
        this.procedures = procedures;
        this.loadedBy = loadedBy;
        this.loadedAt = at;
    }

    /** It counts for nothing from now on; withdrawn once, it stays so. */
    void withdraw(Instant at) {
        if (withdrawnAt == null) {
            withdrawnAt = at;
        }
    }

    boolean isSame(NewList given, String otherSha256) {
        return sha256.equals(otherSha256)
                && source.equals(given.source())
                && title.equals(given.title())
                && Objects.equals(effectiveTo, given.effectiveTo());
    }

    CoverageList list() {
        return new CoverageList(id, number, source, payerId, effectiveFrom, effectiveTo, CoverageCsv.read(content));
    }

    CoverageListView view() {
        return new CoverageListView(
                id,
                number,
                title,
                source,
                payerId,
                effectiveFrom,
                effectiveTo,
                procedures,
                sha256,
                loadedBy,
                loadedAt,
                withdrawnAt,
                revision);
    }

    long revision() {
        return revision;
    }
}
