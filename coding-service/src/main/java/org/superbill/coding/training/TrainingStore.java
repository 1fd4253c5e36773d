package org.superbill.coding.training;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.superbill.coding.codingscore.Share;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on practice cases and attempts; each sees the current organization only. */
@ApplicationScoped
class TrainingStore implements PanacheRepositoryBase<PracticeCase, UUID> {
    private static final String FIRST_ATTEMPTS = """
            select cast(score ->> 'right' as bigint) as correct, cast(score ->> 'items' as bigint) as items, made_at, id
              from practice_attempt where coder = :coder and is_first""";

    /** @throws Problem {@code PRACTICE_CASE_NOT_FOUND} */
    PracticeCase get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(
                        () -> new Problem(TrainingProblem.PRACTICE_CASE_NOT_FOUND, "No practice case has this id"));
    }

    /** Those in use, in the order of the ids, one row more than the page holds. */
    List<PracticeCase> list(PageRequest page) {
        return find("retiredAt is null and id > ?1 order by id", page.after())
                .page(0, page.fetch())
                .list();
    }

    void add(PracticeAttempt attempt) {
        getEntityManager().persist(attempt);
    }

    boolean hasAttempted(UUID practiceCaseId, String coder) {
        return getEntityManager()
                        .createQuery(
                                "select count(*) from PracticeAttempt where practiceCaseId = :case and coder = :coder",
                                Long.class)
                        .setParameter("case", practiceCaseId)
                        .setParameter("coder", coder)
                        .getSingleResult()
                > 0;
    }

    /** How many first attempts and how right they were. */
    record Attempts(long cases, Share accuracy) {}

    /** @param most the last so many; all when that is more */
    Attempts firstAttempts(String coder, int most) {
        return session()
                .createNativeQuery("""
                        select count(*), coalesce(sum(correct), 0), coalesce(sum(items), 0)
                          from (%s order by made_at desc, id desc limit :most) recent""".formatted(FIRST_ATTEMPTS), Object[].class)
                .setTupleTransformer(
                        (row, names) -> new Attempts(number(row[0]), Share.of(number(row[1]), number(row[2]))))
                .setParameter("coder", coder)
                .setParameter("most", most)
                .getSingleResult();
    }

    List<PracticeProgress.Day> days(String coder, ZoneId zone) {
        return session()
                .createNativeQuery("""
                        select cast(made_at at time zone :zone as date) as day, count(*), sum(correct), sum(items)
                          from (%s) attempts group by 1 order by 1""".formatted(FIRST_ATTEMPTS), Object[].class)
                .setTupleTransformer((row, names) -> new PracticeProgress.Day(
                        (LocalDate) row[0], number(row[1]), Share.of(number(row[2]), number(row[3]))))
                .setParameter("coder", coder)
                .setParameter("zone", zone.getId())
                .getResultList();
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
