package org.superbill.billing.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.AgeingBasis;
import org.superbill.billing.reference.BusinessDay;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** The reports by name; each public method sees the books in one transaction. */
@ApplicationScoped
class Reports {
    private final List<Report> reports;
    private final BusinessDay businessDay;

    Reports(Instance<Report> reports, BusinessDay businessDay) {
        this.reports =
                reports.stream().sorted(Comparator.comparing(Report::name)).toList();
        this.businessDay = businessDay;
    }

    List<ReportView.Summary> list() {
        return reports.stream()
                .map(report -> new ReportView.Summary(report.name(), report.meaning()))
                .toList();
    }

    /** @throws Problem {@code REPORT_NOT_FOUND}, {@code VALIDATION_FAILED} */
    @Transactional
    ReportView get(String name, ReportQuery query) {
        var report = report(name);
        return new ReportView(name, report.meaning(), query.from(), query.to(), query.by(), report.figures(query));
    }

    /** @throws Problem {@code REPORT_NOT_FOUND}, {@code REPORT_FIGURE_NOT_FOUND}, {@code VALIDATION_FAILED} */
    @Transactional
    Page<FigureItem> open(String name, String figure, ReportQuery query, PageRequest page) {
        var items = report(name)
                .open(figure, query, page.after(), page.fetch())
                .orElseThrow(() ->
                        new Problem(ReportProblem.REPORT_FIGURE_NOT_FOUND, "No figure of this report has this name"));
        return Page.of(items, page, FigureItem::id);
    }

    /** Without days it is the current month so far, by the organization's calendar. @throws Problem {@code VALIDATION_FAILED} */
    ReportQuery query(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable AgeingBasis by) {
        var last = to == null ? businessDay.today() : to;
        var first = from == null ? last.withDayOfMonth(1) : from;
        if (first.isAfter(last)) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "A query parameter is not valid",
                    new FieldError("?from", "out-of-range", "from is not after to"));
        }
        return new ReportQuery(first, last, by == null ? AgeingBasis.RESPONSIBILITY_DATE : by);
    }

    private Report report(String name) {
        return reports.stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(ReportProblem.REPORT_NOT_FOUND, "No report has this name"));
    }
}
