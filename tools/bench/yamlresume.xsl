<?xml version="1.0" encoding="UTF-8"?>
<!-- A CV as the resume.json of YAMLResume, as far as its schema takes it: entries in entries become
     entries of their own, and marks within text are lost. For tools/bench/run. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:x="urn:xmlcv:1">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/x:cv">
    <xsl:text>{"locale": {"language": "en"}, "content": {"basics": {"name": "</xsl:text>
    <xsl:apply-templates select="x:person/x:name/x:given"/>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="x:person/x:name/x:family"/>
    <xsl:text>", "headline": "</xsl:text>
    <xsl:apply-templates select="x:person/x:headline"/>
    <xsl:text>", "email": "</xsl:text>
    <xsl:apply-templates select="x:person/x:email[1]"/>
    <xsl:text>", "phone": "</xsl:text>
    <xsl:apply-templates select="x:person/x:phone[1]"/>
    <xsl:text>", "url": "</xsl:text>
    <xsl:apply-templates select="x:person/x:homepage[1]"/>
    <xsl:text>", "summary": "</xsl:text>
    <xsl:call-template name="summary">
      <xsl:with-param name="of" select="x:section[@kind = 'summary']/*[not(self::x:title)]"/>
    </xsl:call-template>
    <xsl:text>"}, "education": [</xsl:text>
    <xsl:for-each select="x:section[@kind = 'education']//x:entry">
      <xsl:call-template name="comma"/>
      <xsl:text>{"degree": "</xsl:text>
      <xsl:choose>
        <xsl:when test="contains(x:title, 'PhD')">Doctor</xsl:when>
        <xsl:when test="contains(x:title, 'Master')">Master</xsl:when>
        <xsl:when test="contains(x:title, 'Diploma')">Diploma</xsl:when>
        <xsl:otherwise>Bachelor</xsl:otherwise>
      </xsl:choose>
      <xsl:text>", "area": "</xsl:text>
      <xsl:apply-templates select="x:title"/>
      <xsl:text>", "institution": "</xsl:text>
      <xsl:apply-templates select="x:organization"/>
      <xsl:text>", "score": "</xsl:text>
      <xsl:apply-templates select="x:grade"/>
      <xsl:text>", "courses": [], "url": "", </xsl:text>
      <xsl:call-template name="dates-and-summary"/>
    </xsl:for-each>
    <xsl:text>], "work": [</xsl:text>
    <xsl:for-each select="x:section[@kind != 'education']//x:entry">
      <xsl:call-template name="comma"/>
      <xsl:text>{"position": "</xsl:text>
      <xsl:apply-templates select="x:title"/>
      <xsl:text>", "name": "</xsl:text>
      <xsl:apply-templates select="ancestor-or-self::x:entry[x:organization][1]/x:organization"/>
      <xsl:text>", "keywords": [], "url": "", </xsl:text>
      <xsl:call-template name="dates-and-summary"/>
    </xsl:for-each>
    <xsl:text>], "publications": [</xsl:text>
    <xsl:for-each select="//x:publication">
      <xsl:call-template name="comma"/>
      <xsl:text>{"name": "</xsl:text>
      <xsl:apply-templates select="x:title"/>
      <xsl:text>", "publisher": "</xsl:text>
      <xsl:apply-templates select="x:venue"/>
      <xsl:text>", "releaseDate": "</xsl:text>
      <xsl:value-of select="@date"/>
      <xsl:text>", "url": "", "summary": "</xsl:text>
      <xsl:call-template name="summary">
        <xsl:with-param name="of" select="*[not(self::x:title or self::x:venue)]"/>
        <xsl:with-param name="between" select="', '"/>
      </xsl:call-template>
      <xsl:text>"}</xsl:text>
    </xsl:for-each>
    <xsl:text>], "awards": [</xsl:text>
    <xsl:for-each select="x:section[@kind = 'awards' or @kind = 'service']/x:item">
      <xsl:call-template name="comma"/>
      <xsl:text>{"awarder": "", "date": "</xsl:text>
      <xsl:value-of select="@date | @from"/>
      <xsl:text>", "summary": "", "title": "</xsl:text>
      <xsl:apply-templates select="."/>
      <xsl:text>"}</xsl:text>
    </xsl:for-each>
    <xsl:text>], "skills": [</xsl:text>
    <xsl:for-each select="x:section[@kind = 'skills']/x:item">
      <xsl:call-template name="comma"/>
      <xsl:text>{"level": null, "name": "</xsl:text>
      <xsl:apply-templates select="x:label"/>
      <xsl:text>", "keywords": ["</xsl:text>
      <xsl:value-of select="normalize-space(translate(text(), '&quot;\', '”/'))"/>
      <xsl:text>"]}</xsl:text>
    </xsl:for-each>
    <xsl:text>]}}&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="comma">
    <xsl:if test="position() != 1">, </xsl:if>
  </xsl:template>

  <xsl:template name="dates-and-summary">
    <xsl:text>"startDate": "</xsl:text>
    <xsl:value-of select="@from | @date"/>
    <xsl:text>", "endDate": "</xsl:text>
    <xsl:value-of select="@to[. != 'present'] | @date"/>
    <xsl:text>", "summary": "</xsl:text>
    <xsl:call-template name="summary">
      <xsl:with-param name="of" select="x:when | x:place | x:p | x:item | x:list/x:li"/>
    </xsl:call-template>
    <xsl:text>"}</xsl:text>
  </xsl:template>

  <xsl:template name="summary">
    <xsl:param name="of"/>
    <xsl:param name="between" select="'\n\n'"/>
    <xsl:for-each select="$of">
      <xsl:if test="position() != 1"><xsl:value-of select="$between"/></xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*">
    <xsl:value-of select="normalize-space(translate(., '&quot;\', '”/'))"/>
  </xsl:template>
</xsl:stylesheet>
