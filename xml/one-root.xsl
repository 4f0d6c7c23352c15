<?xml version="1.0" encoding="UTF-8"?>
<!-- trang declares every element of a RELAX NG schema globally, so that a lone <p> would be a
     valid document. Here the root alone stays global; every other element becomes a group of
     that one element, with a type of its own, because XML Schema wants one named type for
     elements of one name. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:output encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="xs:*"/>
  <xsl:preserve-space elements="xs:documentation"/>

  <xsl:template match="@* | node()">
    <xsl:copy><xsl:apply-templates select="@* | node()"/></xsl:copy>
  </xsl:template>

  <xsl:template match="/xs:schema/xs:element[@name != 'cv']">
    <xs:group name="{@name}">
      <xs:sequence>
        <xs:element name="{@name}">
          <xsl:copy-of select="@type"/>
          <xsl:if test="xs:complexType">
            <xsl:attribute name="type">
              <xsl:value-of select="concat('ns1:', @name)"/>
            </xsl:attribute>
          </xsl:if>
          <xsl:apply-templates select="*[not(self::xs:complexType)]"/>
        </xs:element>
      </xs:sequence>
    </xs:group>
    <xsl:if test="xs:complexType">
      <xs:complexType name="{@name}">
        <xsl:apply-templates select="xs:complexType/@* | xs:complexType/node()"/>
      </xs:complexType>
    </xsl:if>
  </xsl:template>

  <xsl:template match="xs:element[@ref]">
    <xs:group><xsl:apply-templates select="@*"/></xs:group>
  </xsl:template>
</xsl:stylesheet>
