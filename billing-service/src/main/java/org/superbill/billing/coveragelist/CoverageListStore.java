package org.superbill.billing.coveragelist;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.superbill.billing.snapshot.Stamp;
import org.superbill.servicekit.problem.Problem;

/** Every query of coverage lists. */
@ApplicationScoped
class CoverageListStore implements PanacheRepositoryBase<LoadedList, UUID> {
    private static final String STAMP = """
                        select coalesce(md5(string_agg(id::text, ',' order by id)), '') from coverage_list
                         where withdrawn_at is null""";

    private final AgroalDataSource dataSource;

    CoverageListStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    LoadedList get(UUID id) {
        return findByIdOptional(id).orElseThrow(CoverageListStore::notFound);
    }

    LoadedList getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(CoverageListStore::notFound);
    }

    private static Problem notFound() {
        return new Problem(CoverageListProblem.COVERAGE_LIST_NOT_FOUND, "No coverage list with this id");
    }

    /** The one that counts with this number, payer and first day. */
    Optional<LoadedList> inUse(NewList given) {
        return find(
                        "number = ?1 and payerId is not distinct from ?2 and effectiveFrom = ?3 and withdrawnAt is null",
                        given.number(),
                        given.payerId(),
                        given.effectiveFrom())
                .firstResultOptional();
    }

    List<LoadedList> list(UUID after, int limit) {
        return find("id > ?1 order by id", after).page(0, limit).list();
    }

    List<LoadedList> allInUse() {
        return list("withdrawnAt is null order by id");
    }

    /** Those that counted at a moment of the past. */
    List<LoadedList> inUseAt(Instant at) {
        return list("loadedAt <= ?1 and (withdrawnAt is null or withdrawnAt > ?1) order by id", at);
    }

    /** Another one whenever a list was loaded or withdrawn. */
    String stamp() {
        return Stamp.read(dataSource, STAMP);
    }
}
