package org.superbill.billing.editrule;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.snapshot.Stamp;
import org.superbill.servicekit.problem.Problem;

/** Every query of rules. */
@ApplicationScoped
class ClaimRuleStore implements PanacheRepositoryBase<StoredRule, UUID> {
    private static final String STAMP = """
                        select coalesce(md5(string_agg(id::text || ':' || revision, ',' order by id)), '') from claim_rule
                         where state = 'ACTIVE'""";

    private final AgroalDataSource dataSource;

    ClaimRuleStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    StoredRule get(UUID id) {
        return findByIdOptional(id).orElseThrow(ClaimRuleStore::notFound);
    }

    StoredRule getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ClaimRuleStore::notFound);
    }

    private static Problem notFound() {
        return new Problem(ClaimRuleProblem.CLAIM_RULE_NOT_FOUND, "No rule with this id");
    }

    /** All versions of a rule, newest first. */
    List<StoredRule> versions(String name) {
        return list("name = ?1 order by version desc", name);
    }

    List<StoredRule> activeVersionsLocked(String name) {
        return find("name = ?1 and state = ?2 order by version", name, StoredRule.State.ACTIVE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<StoredRule> list(StoredRule.@Nullable State state, UUID after, int limit) {
        return find("id > ?1 and (?2 is null or state = ?2) order by id", after, state)
                .page(0, limit)
                .list();
    }

    /** How many other rules are on, whatever their versions. */
    long countOfOtherActive(String name) {
        return getEntityManager()
                .createQuery(
                        "select count(distinct name) from StoredRule where state = :active and name <> :name",
                        Long.class)
                .setParameter("active", StoredRule.State.ACTIVE)
                .setParameter("name", name)
                .getSingleResult();
    }

    List<StoredRule> active() {
        return list("state = ?1 order by name, version", StoredRule.State.ACTIVE);
    }

    /** Those that were on at a moment. */
    List<StoredRule> active(Instant at) {
        return list("switchedOnAt <= ?1 and (switchedOffAt is null or switchedOffAt > ?1) order by name, version", at);
    }

    /** Another one whenever what is on has changed. */
    String stamp() {
        return Stamp.read(dataSource, STAMP);
    }
}
