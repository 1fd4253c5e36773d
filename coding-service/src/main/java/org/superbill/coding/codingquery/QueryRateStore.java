package org.superbill.coding.codingquery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingscore.Share;

/** The SQL of the rates of queries. */
@ApplicationScoped
class QueryRateStore {
    private static final int DECIMALS = 2;
    private static final String RATES = """
            select %s as key, count(*), count(*) filter (where query.status = 'ANSWERED'), count(*) filter (where outcome = 'CONFIRMED'),
                   count(*) filter (where outcome = 'UNABLE_TO_DETERMINE'), count(*) filter (where query.status = 'WITHDRAWN'),
                   count(*) filter (where query.status = 'OPEN'), count(*) filter (where query.status = 'OPEN' and query.due_on < :today),
                   sum(reminders),
                   percentile_cont(0.5) within group (order by extract(epoch from closed_at - opened_at) / 3600)
                       filter (where query.status = 'ANSWERED')
              from coding_query query join coding_case c on c.id = query.case_id
             where opened_at >= :from and opened_at < :before and (cast(:coder as text) is null or asked_by = :coder)
               and (cast(:specialty as text) is null or starts_with(c.specialty, :specialty))
               and (cast(:payer as uuid) is null or c.payer_id = :payer)
             group by 1 order by 1""";

    private final EntityManager database;

    QueryRateStore(EntityManager database) {
        this.database = database;
    }

    /** By what rates are told apart. */
    enum By {
        CODER("asked_by"),
        CLINICIAN("cast(query.practitioner_id as text)"),
        PURPOSE("purpose"),
        /** Provider taxonomy code of who treated; empty text where it is not known. */
        SPECIALTY("coalesce(c.specialty, '')"),
        /** The payer's id; empty text where there is none or it is not known. */
        PAYER("coalesce(cast(c.payer_id as text), '')"),
        /** The day of asking where the organization is. */
        DAY("cast(cast(opened_at at time zone :zone as date) as text)");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /**
     * Of which queries rates are told; what is null is not asked for.
     *
     * @param coder the subject of who asked
     * @param specialty beginning of a provider taxonomy code
     */
    record Of(
            @Nullable String coder,
            @Nullable String specialty,
            @Nullable UUID payerId) {}

    List<QueryRates.Row> rates(By by, Of of, Instant from, Instant before, LocalDate today, ZoneId zone) {
        var query = database.unwrap(Session.class)
                .createNativeQuery(RATES.formatted(by.column), Object[].class)
                .setTupleTransformer((row, names) -> new QueryRates.Row(
                        (String) row[0],
                        number(row[1]),
                        Share.of(number(row[2]), number(row[1])),
                        Share.of(number(row[3]), number(row[2])),
                        number(row[4]),
                        number(row[5]),
                        number(row[6]),
                        number(row[7]),
                        number(row[8]),
                        hours(row[9])))
                .setParameter("from", from)
                .setParameter("before", before)
                .setParameter("today", today)
                .setParameter("coder", of.coder(), String.class)
                .setParameter("specialty", of.specialty(), String.class)
                .setParameter("payer", of.payerId(), UUID.class);
        if (by == By.DAY) {
            query.setParameter("zone", zone.getId());
        }
        return query.getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static @Nullable BigDecimal hours(@Nullable Object value) {
        return value == null ? null : new BigDecimal(value.toString()).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
