// The last day on which this copy may be used without a look for a newer one. assets/site.js reads it.
document.documentElement.dataset.checkBy = "2027-06-15";
document.documentElement.dataset.checkByText = "15 June 2027";
