package org.superbill.coding.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.servicekit.tenancy.CurrentOrganization;

/** How often each organization has finalized which codes: written with the case, read by the organization's own searches. */
@ApplicationScoped
public class CodeUse {
    /** What is used less often than these changes the order of nothing. */
    private static final int MOST_CODES = 2_000;

    private static final long KEPT_MILLIS = 30_000;
    private static final int MOST_ORGANIZATIONS = 10_000;

    private final AgroalDataSource dataSource;
    private final CurrentOrganization organization;
    private final Clock clock;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    CodeUse(AgroalDataSource dataSource, CurrentOrganization organization, Clock clock) {
        this.dataSource = dataSource;
        this.organization = organization;
        this.clock = clock;
    }

    private record Used(CodeSystem system, String code) {
        static Used ofProcedure(String code) {
            var stored = CodeSystem.HCPCS.normalize(code);
            return new Used(CodeSystem.HCPCS.accepts(stored) ? CodeSystem.HCPCS : CodeSystem.CPT, stored);
        }
    }

    private record Kept(long at, Map<CodeSystem, Map<String, Integer>> counts) {}

    /**
     * Counts codes that the current organization finalizes, in the transaction of the caller. Codes are written in any way.
     *
     * @param procedures HCPCS Level II or CPT
     */
    public void finalized(Collection<String> diagnoses, Collection<String> procedures) {
        var used = Stream.concat(
                        diagnoses.stream().map(code -> new Used(CodeSystem.ICD_10_CM, code)),
                        procedures.stream().map(Used::ofProcedure))
                .toList();
        var sql = """
                insert into code_use (organization_id, system, code, finalized)
                select current_setting('app.organization'), system, code, count(*) from unnest(?::text[], ?::text[]) as used (system, code)
                group by system, code order by system, code
                on conflict (organization_id, system, code) do update set finalized = code_use.finalized + excluded.finalized
                """;
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", used.stream().map(one -> one.system().id()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            used.stream()
                                    .map(one -> one.system().normalize(one.code()))
                                    .toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The use of codes cannot be counted", e);
        }
        organization.get().ifPresent(kept::remove);
    }

    /** Of the current organization, in stored form, as of half a minute ago at most; empty for a caller without one. */
    Map<CodeSystem, Map<String, Integer>> counts() {
        var own = organization.get();
        if (own.isEmpty()) {
            return Map.of();
        }
        var now = clock.millis();
        var known = kept.get(own.get());
        if (known == null || Math.abs(now - known.at()) > KEPT_MILLIS) {
            if (kept.size() >= MOST_ORGANIZATIONS) {
                kept.clear();
            }
            known = new Kept(now, read());
            kept.put(own.get(), known);
        }
        return known.counts();
    }

    private Map<CodeSystem, Map<String, Integer>> read() {
        var counts = new EnumMap<CodeSystem, Map<String, Integer>>(CodeSystem.class);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "select system, code, finalized from code_use order by finalized desc limit " + MOST_CODES);
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
}
