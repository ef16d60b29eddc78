/** Rules for all templates, styles and texts of the reports. */
package calltally.reports;
