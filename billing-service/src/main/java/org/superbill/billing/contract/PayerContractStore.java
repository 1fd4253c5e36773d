package org.superbill.billing.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.feeschedule.PricedCode;
import org.superbill.billing.reference.FactsJson;

/** The SQL of contracts. */
@ApplicationScoped
class PayerContractStore {
    private static final String INSERT = """
            insert into payer_contract (id, payer_id, name, effective_from, effective_to, terms) values (?, ?, ?, ?, ?::date, ?)
            on conflict on constraint payer_contract_once do nothing""";
    private static final String UPDATE = """
            update payer_contract set payer_id = ?, name = ?, effective_from = ?, effective_to = ?::date, terms = ?, revision = revision + 1
             where id = ? and not exists (select 1 from payer_contract o where o.payer_id = ? and o.effective_from = ? and o.id <> ?)""";
    private static final String COLUMNS = """
            select c.id, c.payer_id, c.name, c.effective_from, c.effective_to, c.terms, c.revision,
                   (select count(*) from payer_contract_rate r where r.organization_id = c.organization_id and r.contract_id = c.id)
              from payer_contract c""";
    private static final String RATES = """
            select procedure_code, modifiers, amount_cents, per_unit from payer_contract_rate
             where contract_id = ? order by procedure_code, modifiers""";
    private static final String INSERT_RATES = """
            insert into payer_contract_rate (contract_id, procedure_code, modifiers, amount_cents, per_unit)
            select ?, u.* from unnest(?::text[], ?::text[], ?::bigint[], ?::boolean[]) u""";
    private static final String OF_PAYERS = """
            select c.id, c.payer_id, c.effective_from, c.effective_to, c.terms, r.procedure_code, r.modifiers, r.amount_cents, r.per_unit
              from payer_contract c
              left join payer_contract_rate r
                on r.organization_id = c.organization_id and r.contract_id = c.id and r.procedure_code = any(?)
             where c.payer_id = any(?)
             order by c.payer_id, c.effective_from desc""";

    private final AgroalDataSource dataSource;

    PayerContractStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return false when there is one with this payer from this day */
    boolean insert(UUID id, PayerContractDetails details) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id);
            statement.setObject(2, details.payerId());
            statement.setString(3, details.name());
            statement.setObject(4, details.effectiveFrom());
            statement.setObject(5, details.effectiveTo());
            statement.setString(6, FactsJson.write(details.terms()));
            if (statement.executeUpdate() == 0) {
                return false;
            }
            insertRates(connection, id, details.pricedCodes());
            return true;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** It is locked. @return false when there is another one with this payer from this day */
    boolean replace(UUID id, PayerContractDetails details) {
        try (var connection = dataSource.getConnection()) {
            try (var statement = connection.prepareStatement(UPDATE)) {
                statement.setObject(1, details.payerId());
                statement.setString(2, details.name());
                statement.setObject(3, details.effectiveFrom());
                statement.setObject(4, details.effectiveTo());
                statement.setString(5, FactsJson.write(details.terms()));
                statement.setObject(6, id);
                statement.setObject(7, details.payerId());
                statement.setObject(8, details.effectiveFrom());
                statement.setObject(9, id);
                if (statement.executeUpdate() == 0) {
                    return false;
                }
            }
            try (var statement = connection.prepareStatement("delete from payer_contract_rate where contract_id = ?")) {
                statement.setObject(1, id);
                statement.executeUpdate();
            }
            insertRates(connection, id, details.pricedCodes());
            return true;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void insertRates(Connection connection, UUID id, List<PricedCode> rates) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT_RATES)) {
            statement.setObject(1, id);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            rates.stream().map(PricedCode::procedureCode).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", rates.stream().map(PricedCode::modifierKey).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint",
                            rates.stream().map(PricedCode::amountCents).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "boolean",
                            rates.stream()
                                    .map(rate -> !Boolean.FALSE.equals(rate.perUnit()))
                                    .toArray()));
            statement.executeUpdate();
        }
    }

    List<PayerContract> list(@Nullable UUID payerId, UUID after, int limit) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(COLUMNS
                        + " where c.id > ? and c.payer_id = coalesce(?::uuid, c.payer_id) order by c.id limit ?")) {
            statement.setObject(1, after);
            statement.setObject(2, payerId);
            statement.setInt(3, limit);
            var found = new ArrayList<PayerContract>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(contract(rows, null));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** @param lock to change it */
    Optional<PayerContract> find(UUID id, boolean lock) {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement(COLUMNS + " where c.id = ?" + (lock ? " for update of c" : ""))) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(contract(rows, rates(connection, id))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static List<PricedCode> rates(Connection connection, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(RATES)) {
            statement.setObject(1, id);
            var rates = new ArrayList<PricedCode>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rates.add(PricedCode.stored(
                            rows.getString(1), rows.getString(2), rows.getLong(3), rows.getBoolean(4)));
                }
            }
            return rates;
        }
    }

    private static PayerContract contract(ResultSet row, @Nullable List<PricedCode> rates) throws SQLException {
        return new PayerContract(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                terms(row.getString(6)),
                row.getInt(8),
                rates,
                row.getLong(7));
    }

    private static ContractTerms terms(String json) {
        return FactsJson.read(json, new TypeReference<>() {});
    }

    /** The contracts of these payers with their rates for these procedures, the newest first, in one statement. */
    List<AllowedByContract> of(Collection<UUID> payers, Collection<String> procedures) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(OF_PAYERS)) {
            statement.setArray(1, connection.createArrayOf("text", procedures.toArray()));
            statement.setArray(2, connection.createArrayOf("uuid", payers.toArray()));
            var found = new LinkedHashMap<UUID, AllowedByContract>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    var contract = found.get(id);
                    if (contract == null) {
                        contract = new AllowedByContract(
                                id,
                                rows.getObject(2, UUID.class),
                                rows.getObject(3, LocalDate.class),
                                rows.getObject(4, LocalDate.class),
                                terms(rows.getString(5)),
                                new ArrayList<>());
                        found.put(id, contract);
                    }
                    if (rows.getString(6) != null) {
                        contract.rates()
                                .add(PricedCode.stored(
                                        rows.getString(6), rows.getString(7), rows.getLong(8), rows.getBoolean(9)));
                    }
                }
            }
            return List.copyOf(found.values());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The contracts' SQL failed with state " + e.getSQLState(), e);
    }
}
