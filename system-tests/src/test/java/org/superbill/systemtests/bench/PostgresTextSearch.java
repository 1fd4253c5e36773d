package org.superbill.systemtests.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What PostgreSQL's full-text search makes of the same descriptions, for comparison: all words first, best rank first, then any word; and the number of a code or its
 * beginning before both, as one would write it.
 */
final class PostgresTextSearch implements AutoCloseable {
    private static final String SEARCH = """
            select code from (
                select code, 1 as way, 1::real as rank, 0 as size from bench_code where (? = '' or system = ?) and code like ? || '%'
                union all
                select code, 2, ts_rank_cd(words, asked, 1), length(text) from bench_code, websearch_to_tsquery('english', ?) asked
                where (? = '' or system = ?) and words @@ asked
                union all
                select code, 3, ts_rank_cd(words, asked, 1), length(text)
                from bench_code, to_tsquery('english', coalesce(nullif(regexp_replace(plainto_tsquery('english', ?)::text, '&', '|', 'g'), ''), '''nothing''')) asked
                where (? = '' or system = ?) and words @@ asked
            ) found order by way, rank desc, size, code limit ?
            """;

    private final Connection connection;

    /** Copies the descriptions that are valid on a day, with what PostgreSQL needs to search them. */
    PostgresTextSearch(Connection connection, String day) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table bench_code as
                    select r.system, c.code, coalesce(c.long_description, c.display) as text,
                           to_tsvector('english', coalesce(c.long_description, c.display)) as words
                    from code c join (
                        select distinct on (system) id, system from code_release where activated_at is not null and effective_from <= date '%1$s'
                        order by system, effective_from desc, activated_at desc
                    ) r on r.id = c.release_id
                    where (c.valid_from is null or c.valid_from <= date '%1$s') and (c.valid_to is null or c.valid_to >= date '%1$s')
                    """.formatted(day));
            statement.execute("create index on bench_code using gin (words)");
            statement.execute("create index on bench_code (code text_pattern_ops)");
            statement.execute("analyze bench_code");
        }
    }

    List<String> find(ReportingQueries.Query query, int limit) throws SQLException {
        var number = query.text().replace(".", "").toUpperCase(Locale.ROOT).strip();
        var prefix = number.matches("[0-9A-Z]*[0-9][0-9A-Z]*") ? number : "no code begins so";
        try (var statement = connection.prepareStatement(SEARCH)) {
            var parameter = 0;
            for (var value : new String[] {
                query.system(), query.system(), prefix,
                query.text(), query.system(), query.system(),
                query.text(), query.system(), query.system()
            }) {
                statement.setString(++parameter, value);
            }
            statement.setInt(++parameter, limit);
            try (var rows = statement.executeQuery()) {
                var codes = new ArrayList<String>();
                while (rows.next()) {
                    codes.add(rows.getString(1));
                }
                return codes;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
