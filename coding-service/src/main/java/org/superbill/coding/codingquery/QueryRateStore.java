package org.superbill.coding.codingquery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingscore.Share;

/** The SQL of the rates of queries. */
@ApplicationScoped
class QueryRateStore {
    private static final int DECIMALS = 2;
    private static final String RATES = """
            select %s as key, count(*), count(*) filter (where status = 'ANSWERED'), count(*) filter (where outcome = 'CONFIRMED'),
                   count(*) filter (where outcome = 'UNABLE_TO_DETERMINE'), count(*) filter (where status = 'WITHDRAWN'),
                   count(*) filter (where status = 'OPEN'), count(*) filter (where status = 'OPEN' and due_on < :today),
                   sum(reminders),
                   percentile_cont(0.5) within group (order by extract(epoch from closed_at - opened_at) / 3600)
                       filter (where status = 'ANSWERED')
              from coding_query where opened_at >= :from and opened_at < :before
             group by 1 order by 1""";

    private final EntityManager database;

    QueryRateStore(EntityManager database) {
        this.database = database;
    }

    /** By what rates are told apart. */
    enum By {
        CODER("asked_by"),
        CLINICIAN("cast(practitioner_id as text)"),
        PURPOSE("purpose");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    List<QueryRates.Row> rates(By by, Instant from, Instant before, LocalDate today) {
        return database.unwrap(Session.class)
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
                .getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static @Nullable BigDecimal hours(@Nullable Object value) {
        return value == null ? null : new BigDecimal(value.toString()).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
