package org.superbill.billing.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One report: its figures, and what each is made of. */
interface Report {
    /** As its address has it. */
    String name();

    /** What it tells, a sentence. */
    String meaning();

    List<Figure> figures(ReportQuery query);

    /**
     * What a figure is made of, in the order of the items' ids.
     *
     * @param after the last id of the page before
     * @return empty when the report has no such figure
     */
    Optional<List<FigureItem>> open(String figure, ReportQuery query, UUID after, int limit);
}
