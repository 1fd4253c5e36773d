package org.superbill.coding.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.superbill.coding.codesystem.CodeSystem;

/** The SQL of {@link CodeUse}; row-level security shows the current organization's rows only. */
@ApplicationScoped
class CodeUseStore {
    /** What is used less often than these changes the order of nothing. */
    private static final int MOST_CODES = 2_000;

    /** Rows that one transaction counts. */
    static final int STEP = 1_000;

    /** One snapshot sees a row where it was noted or in the count, never in both nor in none. */
    private static final String COUNTS = """
            select system, code, sum(finalized) as finalized from (
                select system, code, finalized from code_use
                union all
                select system, code, 1 from code_use_uncounted, unnest(systems, codes) as used (system, code)) as all_used
            group by system, code order by finalized desc limit %d""".formatted(MOST_CODES);

    /** Another replica that counts at the same time takes other rows; both change the counts in one order. */
    private static final String COUNT = """
            with taken as (
                delete from code_use_uncounted where id = any (array(
                    select id from code_use_uncounted order by id limit %d for update skip locked))
                returning systems, codes),
            counted as (
                insert into code_use (organization_id, system, code, finalized)
                select current_setting('app.organization'), system, code, count(*)
                  from taken, unnest(systems, codes) as used (system, code)
                 group by system, code order by system, code
                on conflict (organization_id, system, code) do update set finalized = code_use.finalized + excluded.finalized)
            select count(*) from taken""".formatted(STEP);

    private final AgroalDataSource dataSource;

    CodeUseStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void add(List<CodeUse.Used> used) {
        try (var connection = dataSource.getConnection();
                var insert =
                        connection.prepareStatement("insert into code_use_uncounted (systems, codes) values (?, ?)")) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "text", used.stream().map(one -> one.system().id()).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", used.stream().map(CodeUse.Used::code).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The use of codes cannot be noted", e);
        }
    }

    Map<CodeSystem, Map<String, Integer>> counts() {
        var counts = new EnumMap<CodeSystem, Map<String, Integer>>(CodeSystem.class);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(COUNTS);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var code = rows.getString(2);
                var count = (int) Math.min(Integer.MAX_VALUE, rows.getLong(3));
                CodeSystem.of(rows.getString(1))
                        .ifPresent(system -> counts.computeIfAbsent(system, none -> new HashMap<>())
                                .put(code, count));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The use of codes cannot be read", e);
        }
        return counts;
    }

    /** @return how many rows of the current organization are counted now; {@link #STEP} when there may be more */
    int count() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(COUNT);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The use of codes cannot be counted", e);
        }
    }
}
