/** The payers and how each is reached electronically (005010X222A1, envelope and loops 1000B and 2010BB). */
@NullMarked
package org.superbill.patient.payer;

import org.jspecify.annotations.NullMarked;
