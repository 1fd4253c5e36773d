/** How good a coding is: compared code by code with one that is right, and what a share of right ones says of all. Pure functions. */
@NullMarked
package org.superbill.coding.codingscore;

import org.jspecify.annotations.NullMarked;
